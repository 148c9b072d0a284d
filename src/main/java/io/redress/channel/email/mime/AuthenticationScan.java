package io.redress.channel.email.mime;

import java.util.ArrayList;
import java.util.List;

/** Cuts a structured header field (RFC 5322, 3.2) at semicolons and blanks, minding comments, quotes and escapes. */
final class AuthenticationScan {

    private final List<List<String>> parts = new ArrayList<>(List.of(new ArrayList<>()));
    private final StringBuilder token = new StringBuilder();
    private int comments;
    private boolean quoted;

    AuthenticationScan(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            boolean escaped = c == '\\' && (quoted || comments > 0) && i + 1 < field.length();
            if (escaped) {
                i++;
                take(field.charAt(i));
            } else if (c == '"' && comments == 0) {
                quoted = !quoted;
            } else if (c == '(' && !quoted) {
                comments++;
            } else if (c == ')' && comments > 0) {
                comments--;
            } else if (quoted || comments > 0) {
                take(c);
            } else {
                separate(c);
            }
        }
        end();
    }

    /** False when a comment or a quotation is left open. */
    boolean isWhole() {
        return comments == 0 && !quoted;
    }

    List<List<String>> parts() {
        return parts;
    }

    private void separate(char c) {
        if (c == ';') {
            end();
            parts.add(new ArrayList<>());
        } else if (Character.isWhitespace(c)) {
            if (token.isEmpty() || token.charAt(token.length() - 1) != '=') {
                end();
            }
        } else if (c == '=' && token.isEmpty() && !last().isEmpty()) {
            token.append(last().remove(last().size() - 1)).append('='); // blanks may stand before it
        } else {
            token.append(c);
        }
    }

    private void take(char c) {
        if (comments == 0) {
            token.append(c);
        }
    }

    private void end() {
        if (!token.isEmpty()) {
            last().add(token.toString());
            token.setLength(0);
        }
    }

    private List<String> last() {
        return parts.get(parts.size() - 1);
    }
}
