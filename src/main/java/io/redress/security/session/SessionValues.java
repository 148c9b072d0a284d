package io.redress.security.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;

/**
 * What a session's row holds, as bytes. Only classes of Java itself, and messages from a page to the next, are read back: who
 * could write into the table must not have other objects made.
 */
final class SessionValues extends GenericConversionService {

    private static final ObjectInputFilter ALLOWED =
            ObjectInputFilter.Config.createFilter("maxdepth=8;maxrefs=1000;maxbytes=100000;java.lang.*;java.util.*;"
                    + "org.springframework.web.servlet.FlashMap;org.springframework.util.*;!*");

    SessionValues() {
        addConverter(Object.class, byte[].class, new SerializingConverter());
        addConverter(byte[].class, Object.class, SessionValues::read);
    }

    private static Object read(byte[] stored) {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(stored))) {
            in.setObjectInputFilter(ALLOWED);
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new SerializationFailedException("an attribute of a session is not one that the hub wrote", e);
        }
    }
}
