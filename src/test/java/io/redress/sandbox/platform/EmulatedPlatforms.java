package io.redress.sandbox.platform;

import java.util.List;

/** All platforms that the hub is shipped with. */
public final class EmulatedPlatforms implements AutoCloseable {

    private final List<EmulatedPlatform> all;

    private EmulatedPlatforms(List<EmulatedPlatform> all) {
        this.all = all;
    }

    /** @param firstPort of ten that follow one another; 0 for free ones */
    public static EmulatedPlatforms start(int firstPort) {
        int next = firstPort == 0 ? 0 : 1;
        return new EmulatedPlatforms(List.of(
                new EmulatedWeCom(firstPort),
                new EmulatedKf(firstPort + next),
                new EmulatedOfficialAccount(firstPort + 2 * next),
                new EmulatedDingTalk(firstPort + 3 * next),
                new EmulatedFeishu(firstPort + 4 * next),
                new EmulatedSlack(firstPort + 5 * next),
                new EmulatedTelegram(firstPort + 6 * next),
                new EmulatedWhatsApp(firstPort + 7 * next),
                new EmulatedMessenger(firstPort + 8 * next),
                new EmulatedLine(firstPort + 9 * next)));
    }

    public List<EmulatedPlatform> all() {
        return all;
    }

    public EmulatedPlatform named(String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        all.forEach(EmulatedPlatform::close);
    }
}
