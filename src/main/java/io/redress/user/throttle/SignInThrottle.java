package io.redress.user.throttle;

import io.redress.encryption.HmacSha256;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Slows down those who guess. A try is counted before it is known whether it is right, so that many at once are not more than
 * many one after the other. Logins and addresses are kept as keyed digests: somebody may type a password as a login.
 */
public final class SignInThrottle {

    /** For how long a login is at home at an address where it signed in. */
    private static final Duration AT_HOME = Duration.ofDays(30);

    private static final int PREFIX_BYTES = 8;

    private final TryRows rows;
    private final HmacSha256 digests;
    private final Clock clock;

    public SignInThrottle(TryRows rows, HmacSha256 digests, Clock clock) {
        this.rows = rows;
        this.digests = digests;
        this.clock = clock;
    }

    /**
     * Counts a try of a password.
     *
     * @return how long to wait; empty when the try may be
     */
    public Optional<Duration> tried(String login, String address) {
        return tried(subjects(login, address));
    }

    /** The password, and all else that was asked for, was right. */
    public void succeeded(String login, String address) {
        Instant now = clock.instant();
        Map<TryLimit, String> subjects = subjects(login, address);
        change(subjects, kept -> {
            kept.computeIfPresent(TryLimit.PAIR, (limit, tries) -> tries.succeeded(now));
            kept.computeIfPresent(TryLimit.LOGIN, (limit, tries) -> tries.succeeded(now));
            kept.computeIfPresent(TryLimit.ADDRESS, (limit, tries) -> tries.takenBack());
        });
    }

    /** As {@link #tried}, of the second factor. */
    public Optional<Duration> triedCode(String login) {
        return tried(codes(login));
    }

    public void succeededWithCode(String login) {
        Instant now = clock.instant();
        change(codes(login), kept -> kept.computeIfPresent(TryLimit.CODE, (limit, tries) -> tries.succeeded(now)));
    }

    /** Forgets what is of no use any more; returns how many. */
    public int clean() {
        return rows.removeBefore(clock.instant().minus(AT_HOME));
    }

    private interface Change {
        void of(Map<TryLimit, Tries> kept);
    }

    private Optional<Duration> tried(Map<TryLimit, String> subjects) {
        Instant now = clock.instant();
        var wait = new AtomicReference<Duration>();
        change(subjects, kept -> {
            Map<TryLimit, String> counted = new LinkedHashMap<>(subjects);
            Tries pair = kept.get(TryLimit.PAIR);
            if (pair != null
                    && pair.succeededAt() != null
                    && pair.succeededAt().plus(AT_HOME).isAfter(now)) {
                counted.remove(TryLimit.LOGIN);
            }
            Instant until = now;
            for (TryLimit limit : counted.keySet()) {
                Tries tries = kept.get(limit);
                if (tries != null && tries.isBlockedAt(now) && tries.blockedUntil() != null) {
                    until = tries.blockedUntil().isAfter(until) ? tries.blockedUntil() : until;
                }
            }
            if (until.isAfter(now)) {
                wait.set(Duration.between(now, until));
            } else {
                counted.keySet().forEach(limit -> kept.put(limit, limit.after(kept.get(limit), now)));
            }
        });
        return Optional.ofNullable(wait.get());
    }

    private void change(Map<TryLimit, String> subjects, Change change) {
        rows.change(List.copyOf(subjects.values()), stored -> {
            Map<TryLimit, Tries> kept = new LinkedHashMap<>();
            subjects.forEach((limit, subject) -> {
                Tries tries = stored.get(subject);
                if (tries != null) {
                    kept.put(limit, tries);
                }
            });
            change.of(kept);
            Map<String, Tries> changed = new LinkedHashMap<>();
            kept.forEach((limit, tries) -> changed.put(subjects.get(limit), tries));
            return changed;
        });
    }

    private Map<TryLimit, String> subjects(String login, String address) {
        String place = place(address);
        Map<TryLimit, String> subjects = new LinkedHashMap<>();
        subjects.put(TryLimit.PAIR, digests.hex("pair " + login + " " + place));
        subjects.put(TryLimit.LOGIN, digests.hex("login " + login));
        subjects.put(TryLimit.ADDRESS, digests.hex("address " + place));
        return subjects;
    }

    private Map<TryLimit, String> codes(String login) {
        return Map.of(TryLimit.CODE, digests.hex("code " + login));
    }

    /** A household or office has 2^64 addresses of IPv6. */
    private static String place(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return Arrays.toString(Arrays.copyOf(bytes, PREFIX_BYTES));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
