package io.redress.cli.check;

import io.redress.Redress;
import io.redress.offline.OfflineContext;
import io.redress.routes.check.RouteChecker;

/** The hub's own wiring for tests of routes: every bean is known by its type, and none is made. */
public final class HubWiring implements AutoCloseable {

    private final OfflineContext hub = new OfflineContext(Redress.class);

    public RouteChecker checker() {
        return hub.bean(RouteChecker.class);
    }

    @Override
    public void close() {
        hub.close();
    }
}
