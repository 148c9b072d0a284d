package io.redress.security.session;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Another way into the console than the sign-in page's own form. */
public interface ConsoleLogin {

    /** Adds its filters to those of the console's pages. */
    void addTo(HttpSecurity http) throws Exception;
}
