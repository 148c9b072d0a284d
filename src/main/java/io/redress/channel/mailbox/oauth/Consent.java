package io.redress.channel.mailbox.oauth;

/** What a person's consent gave: a token for now, and one for later. */
public record Consent(String accessToken, String refreshToken) {

    /** @throws OAuthFailure when there is none for later */
    static Consent of(OAuthClient client, TokenEndpoint.Answer answer) {
        String refreshToken = answer.json().path("refresh_token").asText("");
        if (refreshToken.isEmpty()) {
            throw new OAuthFailure(
                    client.provider().title() + " gave no refresh token",
                    "Request offline access in config/oauth/"
                            + client.provider().name()
                            + ".yaml: Microsoft wants offline_access in scope, Google access_type: offline and prompt: consent in"
                            + " authorizationParameters",
                    "");
        }
        return new Consent(answer.json().path("access_token").asText(), refreshToken);
    }

    @Override
    public String toString() {
        return "Consent[…]"; // never in a log
    }
}
