package io.redress.channel.proof;

import io.redress.ticket.KeyedEnum;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** How bytes are written as text. */
enum BinaryEncoding implements KeyedEnum {
    /** As the UTF-8 of the text itself. */
    TEXT {
        @Override
        byte[] read(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        String write(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    },
    /** Two hexadecimal digits a byte, in any case. */
    HEX {
        @Override
        byte[] read(String text) {
            return HexFormat.of().parseHex(text);
        }

        @Override
        String write(byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
    },
    /** RFC 4648, 4. */
    BASE64 {
        @Override
        byte[] read(String text) {
            return Base64.getDecoder().decode(text);
        }

        @Override
        String write(byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
    };

    /** @throws IllegalArgumentException when the text is not written so */
    abstract byte[] read(String text);

    abstract String write(byte[] bytes);

    /** Null when the text is not written so. */
    byte @Nullable [] decode(String text) {
        try {
            return read(text);
        } catch (IllegalArgumentException e) {
            return null; // what is no such text is no signature that we know
        }
    }
}
