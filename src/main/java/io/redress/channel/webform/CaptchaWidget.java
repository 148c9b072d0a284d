package io.redress.channel.webform;

import java.util.List;

/**
 * How the form page shows the question of a {@link Captcha}.
 *
 * @param siteKey of the page, given by the service
 * @param script address of the service's script
 * @param origins from which the page may load script and frame, such as {@code https://challenges.cloudflare.com}
 */
public record CaptchaWidget(String siteKey, String script, List<String> origins) {

    public CaptchaWidget {
        origins = List.copyOf(origins);
    }
}
