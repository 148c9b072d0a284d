package io.redress.security;

import io.redress.handoff.SourceNetwork;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How many wrong keys an address may still present. Ten at once and one in six seconds are answered as wrong; the others are told
 * when to come again. A right key is never asked for: who shares an address with a guesser, behind the same proxy, is not kept
 * out. No thread waits.
 */
@Component
class WrongKeys {

    private static final int AT_ONCE = 10;
    private static final long EACH = Duration.ofSeconds(6).toNanos();
    private static final int REMEMBERED = 10_000;

    private final LongSupplier nanoTime;

    /** By address, when all of its tries are back; the one that was refused longest ago goes first. */
    private final Map<String, Long> backAt = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Autowired
    WrongKeys() {
        this(System::nanoTime);
    }

    WrongKeys(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Counts a wrong key.
     *
     * @return how long to wait until the next is looked at; zero while the address has tries left
     */
    synchronized Duration refused(String address) {
        long now = nanoTime.getAsLong();
        String network = SourceNetwork.of(address);
        Long before = backAt.remove(network); // to the end of the order
        long back = before == null || before - now < 0 ? now : before;
        long wait = back + EACH - now - AT_ONCE * EACH;
        backAt.put(network, wait > 0 ? back : back + EACH);
        return wait > 0 ? Duration.ofNanos(wait) : Duration.ZERO;
    }
}
