package io.redress.channel.mailbox.oauth;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/** A person's consent in a browser, which comes back by a redirect to this machine (RFC 6749, 4.1; RFC 7636; RFC 8252). */
public final class BrowserAuthorization {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final OAuthClient client;
    private final String redirectUri;
    private final String username;
    private final String state = random();
    private final String verifier = random();
    private final TokenEndpoint endpoint = new TokenEndpoint();

    /**
     * One consent.
     *
     * @param redirectUri where the browser is sent after it
     * @param username the mailbox, for which the person shall agree
     */
    public BrowserAuthorization(OAuthClient client, String redirectUri, String username) {
        this.client = client;
        this.redirectUri = redirectUri;
        this.username = username;
    }

    /** Where the person agrees. */
    public String address() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", client.value("client-id"));
        query.put("redirect_uri", redirectUri);
        query.put("scope", client.filled(client.provider().scope()));
        query.put("state", state);
        query.put("code_challenge", base64(DigestUtils.sha256(verifier)));
        query.put("code_challenge_method", "S256");
        query.put("login_hint", username);
        query.putAll(client.provider().authorizationParameters());
        String url = client.address(client.provider().authorizationUrl());
        return query.entrySet().stream()
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", url + (url.contains("?") ? "&" : "?"), ""));
    }

    /** Whether an address is the answer to this very question; any other program, and any page, could call. */
    public boolean isAnswer(String redirected) {
        return MessageDigest.isEqual(
                parameters(redirected).getOrDefault("state", "").getBytes(StandardCharsets.UTF_8),
                state.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Exchanges the code.
     *
     * @param redirected the address to which the browser was sent
     * @throws OAuthFailure when the person declined, or the token server does
     */
    public Consent consent(String redirected) {
        Map<String, String> answer = parameters(redirected);
        String error = answer.getOrDefault("error", "").replaceAll("[^\\w.-]", "?");
        if (!error.isEmpty()) {
            throw client.failure("did not get the consent", error);
        }
        if (!isAnswer(redirected) || !answer.containsKey("code")) {
            throw new OAuthFailure(
                    "That is not the address to which the browser was sent after the consent",
                    "Run the command again, and paste the whole address, which begins with " + redirectUri,
                    "");
        }
        Map<String, String> form = client.form();
        form.remove("scope");
        form.put("grant_type", "authorization_code");
        form.put("code", answer.get("code"));
        form.put("redirect_uri", redirectUri);
        form.put("code_verifier", verifier);
        TokenEndpoint.Answer tokens = endpoint.ask(client.tokenUrl(), form);
        if (!tokens.isToken()) {
            throw client.failure("issues no token after the consent", tokens.words());
        }
        return Consent.of(client, tokens);
    }

    private static Map<String, String> parameters(String address) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String query = address.strip().replaceFirst("#.*", "");
        for (String part : query.substring(query.indexOf('?') + 1).split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.put(part.substring(0, equals), decoded(part.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a percent sign that begins no escape: it is compared as it is
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
