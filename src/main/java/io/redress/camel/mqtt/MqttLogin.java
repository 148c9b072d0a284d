package io.redress.camel.mqtt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * How a hub proves itself to a broker, and a broker to the hub.
 *
 * @param username empty for none
 * @param ca file with the certificates (PEM) that vouch for the broker; empty for those that Java knows
 * @param certificate file with the hub's own certificate, and those above it (PEM); empty for none
 * @param privateKey file with its key (PEM)
 */
record MqttLogin(String username, String password, String ca, String certificate, String privateKey) {

    /**
     * Adds the login to a connection. Files are read each time, so that a renewed certificate is used without a restart.
     *
     * @throws IOException when a file cannot be read
     * @throws RuntimeException when one does not hold what it should
     */
    void addTo(MqttConnectionOptions options) throws IOException {
        if (!username.isBlank()) {
            options.setUserName(username);
            options.setPassword(password.getBytes(StandardCharsets.UTF_8));
        }
        if (!ca.isEmpty() || !certificate.isEmpty()) {
            options.setSocketFactory(sockets());
        }
        options.setHttpsHostnameVerificationEnabled(true);
    }

    private SSLSocketFactory sockets() throws IOException {
        PemSslStoreDetails trusted = ca.isEmpty() ? null : PemSslStoreDetails.forCertificate(pem(ca));
        PemSslStoreDetails own = certificate.isEmpty()
                ? null
                : PemSslStoreDetails.forCertificate(pem(certificate)).withPrivateKey(pem(privateKey));
        return SslBundle.of(bundle(own, trusted)).createSslContext().getSocketFactory();
    }

    private static PemSslStoreBundle bundle(@Nullable PemSslStoreDetails own, @Nullable PemSslStoreDetails trusted) {
        return new PemSslStoreBundle(own, trusted);
    }

    private static String pem(String file) throws IOException {
        return Files.readString(Path.of(file));
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return username;
    }
}
