package io.redress.simulation;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Chance that comes out the same for the same question: each is thrown from the run's seed and from what it is about, such
 * as a customer and what that customer decides. So customers behave the same whatever the configuration makes of them, and
 * in whatever order they are asked.
 */
final class SeededRandom {

    /** FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/. */
    private static final long BASIS = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private static final RandomGeneratorFactory<RandomGenerator> KIND = RandomGeneratorFactory.of("L64X128MixRandom");

    private final RandomGenerator chance;

    private SeededRandom(RandomGenerator chance) {
        this.chance = chance;
    }

    /** The dice for one question. */
    static SeededRandom about(long seed, Object... question) {
        long hash = BASIS ^ seed;
        for (Object part : question) {
            String text = part.toString();
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * PRIME;
            }
            hash = (hash ^ '/') * PRIME;
        }
        return new SeededRandom(KIND.create(hash));
    }

    boolean falls(Percentage percentage) {
        return chance.nextDouble() < percentage.of();
    }

    /** From 0 to 1. */
    double uniform() {
        return chance.nextDouble();
    }

    int below(int bound) {
        return chance.nextInt(bound);
    }

    long bits() {
        return chance.nextLong();
    }

    <T> T one(List<T> list) {
        return list.get(chance.nextInt(list.size()));
    }

    /** A key, each as often as its weight says among all. */
    <K> K weighted(Map<K, Percentage> weights) {
        double sum = weights.values().stream().mapToDouble(Percentage::of).sum();
        double left = chance.nextDouble() * sum;
        Iterator<Map.Entry<K, Percentage>> entries = weights.entrySet().iterator();
        while (true) {
            Map.Entry<K, Percentage> entry = entries.next();
            left -= entry.getValue().of();
            if (left < 0 || !entries.hasNext()) {
                return entry.getKey();
            }
        }
    }

    /** Minutes until something that happens so many times a minute happens again. */
    double gap(double perMinute) {
        return chance.nextExponential() / perMinute;
    }

    /** A time with this mean, often much shorter and seldom much longer (exponential), in whole minutes. */
    Duration wait(SimulatedDuration mean) {
        return minutes(mean.minutes() * chance.nextExponential());
    }

    /** A time that is longer as often as shorter than {@code median} (log-normal), in whole minutes. */
    Duration work(SimulatedDuration median, double spread) {
        return minutes(median.minutes() * Math.exp(spread * chance.nextGaussian()));
    }

    private static Duration minutes(double minutes) {
        return Duration.ofMinutes(Math.max(1, Math.round(minutes)));
    }
}
