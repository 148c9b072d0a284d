package io.redress.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Keeps the language that somebody chooses by {@code ?lang=}, and leads to the same page without it. */
@Component
class LanguageSwitch implements HandlerInterceptor, WebMvcConfigurer {

    private static final String PARAMETER = "lang";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/console", "/console/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        ConsoleLanguage chosen = ConsoleLanguage.of(request.getParameter(PARAMETER));
        if (chosen == null || !request.getMethod().equals("GET")) {
            return true;
        }
        response.addHeader(
                HttpHeaders.SET_COOKIE, chosen.kept(request.isSecure()).toString());
        var same = ServletUriComponentsBuilder.fromRequest(request)
                .replaceQueryParam(PARAMETER)
                .build();
        String query = same.getQuery() == null ? "" : "?" + same.getQuery();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, request.getRequestURI() + query);
        return false;
    }
}
