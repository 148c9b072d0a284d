package io.redress.routes;

/** A bean for routes of tests. */
public final class TestRouteBean {

    public Object accept(Object body) {
        return body;
    }

    public String greet(String channel, Object body) {
        return "hello from " + channel;
    }
}
