package io.redress.routes.file;

import io.redress.configfile.Finding;
import java.util.List;

/** What holds for routes besides Camel's own rules, such as that a mapping which they name is there. */
public interface RouteRule {

    List<Finding> check(RouteSet routes);

    /** What the rule looks at outside of {@code routes/}: equal as long as nothing of it has changed. */
    default Object basis() {
        return "";
    }
}
