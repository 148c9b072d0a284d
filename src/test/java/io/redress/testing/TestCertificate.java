package io.redress.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A certificate of 127.0.0.1 that vouches for itself, made by the JDK's keytool.
 *
 * @param keyStore PKCS12 under the password {@code changeit}
 * @param pem the certificate without its key
 * @param privateKey the key alone (PEM)
 */
public record TestCertificate(Path keyStore, Path pem, Path privateKey) {

    public static TestCertificate in(Path folder) {
        Path keyStore = folder.resolve("broker.p12");
        Path pem = folder.resolve("broker.pem");
        keytool(keyStore, "-genkeypair", "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1", "-keyalg", "EC");
        keytool(keyStore, "-exportcert", "-rfc", "-file", pem.toString());
        return new TestCertificate(keyStore, pem, privateKey(keyStore, folder.resolve("broker.key")));
    }

    private static Path privateKey(Path keyStore, Path file) {
        char[] password = "changeit".toCharArray();
        try {
            KeyStore keys = KeyStore.getInstance(keyStore.toFile(), password);
            String encoded = Base64.getMimeEncoder()
                    .encodeToString(keys.getKey("broker", password).getEncoded());
            return Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path keyStore, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "broker", "-storetype", "PKCS12", "-storepass", "changeit"));
        command.addAll(List.of("-keystore", keyStore.toString()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
