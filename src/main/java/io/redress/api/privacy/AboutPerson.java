package io.redress.api.privacy;

import io.redress.audit.AuditedBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request about a person. */
interface AboutPerson extends AuditedBody {

    /** A phone in any spelling, a mail address, a handle such as {@code wecom:zhangsan}, or a ticket's number. */
    @Nullable
    String value();

    @Override
    default List<String> personsAsked() {
        String value = value();
        return value == null ? List.of() : List.of(value);
    }
}
