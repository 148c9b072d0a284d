package io.redress.reply.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds in a text what a mail or chat program would make a link of, or a reader would type into a browser. */
final class LinkDetector {

    private static final String DOT = "(?:\\.|\\s?[\\[({](?:\\.|dot)[\\])}]\\s?)";
    private static final String LABEL = "[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}_-]{0,62}";
    private static final String HOST = LABEL + "(?:" + DOT + LABEL + "){1,130}+";
    private static final String TAIL = "[^\\s<>\"\\u2039\\u203a]*";

    private static final Pattern LINK =
            Pattern.compile("(?<scheme>[a-z][a-z0-9+.-]{1,30})\\s?:\\s?[/\\\\]+\\s?(?<place>" + TAIL + ")"
                    + "|(?<opaque>(?:mailto|javascript|vbscript|data|tel|sms|smsto|callto|facetime|skype|magnet|intent|file|blob):"
                    + TAIL
                    + ")|(?:[\\p{L}\\p{N}._%+-]{1,64}@)?(?<host>" + HOST + ")(?::\\d{1,5})?(?:[/?#\\\\]" + TAIL + ")?");

    private static final Pattern AUTHORITY = Pattern.compile("(?<host>[a-z0-9.-]+)(?::\\d{1,5})?(?:[/?#].*)?");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
    private static final Pattern PUNCTUATION = Pattern.compile("[.,;:!?'\\])}\\u3001\\u3002]+$");

    /** Chinese needs no space between a word and what follows. */
    private static final Pattern WORDS_BEFORE = Pattern.compile("^[^\\x00-\\x7f]+(?=[\\x00-\\x7f&&[^.]])");

    private final Set<String> hosts;

    /** @param hosts that may be linked to; {@code *.example.com} means all hosts below it */
    LinkDetector(List<String> hosts) {
        this.hosts = hosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The text with words in place of each link to any other host. */
    String without(String text, String instead) {
        var folded = new FoldedText(text);
        String shadow = folded.toString();
        Matcher link = LINK.matcher(shadow);
        var kept = new StringBuilder();
        int copied = 0;
        while (link.find()) {
            if (isLink(link) && !isAllowed(link)) {
                int start = folded.from(start(link, shadow));
                int end = folded.to(end(link, shadow) - 1);
                kept.append(text, copied, Math.max(copied, start)).append(instead);
                copied = Math.max(copied, end);
            }
        }
        return kept.append(text.substring(copied)).toString();
    }

    private static boolean isLink(Matcher link) {
        String host = link.group("host");
        if (host == null) {
            return link.group("opaque") != null || !link.group("place").isEmpty();
        }
        String bare = WORDS_BEFORE.matcher(host).replaceFirst("");
        return bare.startsWith("www.")
                || Arrays.stream(host.split(DOT)).skip(1).anyMatch(TopLevelDomains::has)
                || ADDRESS.matcher(bare).matches();
    }

    /** Programs that end a link at the first character beyond ASCII, or at a second scheme, make two of one. */
    private static boolean hidesAnother(String link) {
        return link.chars().anyMatch(c -> c > 0x7F) || link.indexOf("//", link.indexOf("//") + 2) > 0;
    }

    private boolean isAllowed(Matcher link) {
        if (link.group("opaque") != null || hidesAnother(link.group())) {
            return false;
        }
        String host = link.group("host");
        if (host == null) {
            Matcher authority = AUTHORITY.matcher(link.group("place"));
            String scheme = link.group("scheme");
            if (!(scheme.equals("https") || scheme.equals("http")) || !authority.matches()) {
                return false;
            }
            host = PUNCTUATION.matcher(authority.group("host")).replaceAll("");
        }
        String named = host;
        return hosts.contains(named)
                || hosts.stream().anyMatch(one -> one.startsWith("*.") && named.endsWith(one.substring(1)));
    }

    /** Chinese words stand before an address without a space: they stay. */
    private static int start(Matcher link, String shadow) {
        int start = link.start();
        if (link.group("host") == null || link.start("host") != start) {
            return start;
        }
        int dot = shadow.indexOf('.', start);
        for (int i = start; i < dot; i++) {
            if (shadow.charAt(i) < 128) {
                return i;
            }
        }
        return start;
    }

    private static int end(Matcher link, String shadow) {
        Matcher punctuation = PUNCTUATION.matcher(shadow.substring(link.start(), link.end()));
        return punctuation.find() && punctuation.start() > 0 ? link.start() + punctuation.start() : link.end();
    }
}
