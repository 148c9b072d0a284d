package io.redress.sandbox.platform;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All platforms that the hub is shipped with, DingTalk in both of its modes. */
public final class EmulatedPlatforms implements AutoCloseable {

    /** By platform, somebody whose id looks as the platform's do. */
    public static final Map<String, String> CUSTOMERS = Map.ofEntries(
            Map.entry("line", "U0123456789abcdef0123456789abcdef"),
            Map.entry("telegram", "5000000001"),
            Map.entry("whatsapp", "8613800138000"),
            Map.entry("messenger", "42"),
            Map.entry("slack", "U1"),
            Map.entry("feishu", "ou_1"),
            Map.entry("dingtalk", "zhangsan"),
            Map.entry("dingtalk-stream", "lisi"),
            Map.entry("wecom", "zhangsan"),
            Map.entry("official-account", "oFan1"),
            Map.entry("kf", "wm1"));

    private final List<EmulatedPlatform> all;
    private final List<EmulatedGateway> gateways;

    private EmulatedPlatforms(List<EmulatedPlatform> all, List<EmulatedGateway> gateways) {
        this.all = all;
        this.gateways = gateways;
    }

    /** @param firstPort of thirteen that follow one another; 0 for free ones */
    public static EmulatedPlatforms start(int firstPort) {
        int next = firstPort == 0 ? 0 : 1;
        List<EmulatedGateway> gateways =
                List.of(new EmulatedTwilio(firstPort + 11 * next), new EmulatedAliyunSms(firstPort + 12 * next));
        List<EmulatedPlatform> chats = List.of(
                new EmulatedWeCom(firstPort),
                new EmulatedKf(firstPort + next),
                new EmulatedOfficialAccount(firstPort + 2 * next),
                new EmulatedDingTalk(firstPort + 3 * next),
                new EmulatedFeishu(firstPort + 4 * next),
                new EmulatedSlack(firstPort + 5 * next),
                new EmulatedTelegram(firstPort + 6 * next),
                new EmulatedWhatsApp(firstPort + 7 * next),
                new EmulatedMessenger(firstPort + 8 * next),
                new EmulatedLine(firstPort + 9 * next),
                new EmulatedDingTalkStream(firstPort + 10 * next));
        return new EmulatedPlatforms(chats, gateways);
    }

    /** The chats. */
    public List<EmulatedPlatform> all() {
        return all;
    }

    /** Those of text messages. */
    public List<EmulatedGateway> gateways() {
        return gateways;
    }

    /** The chats, and the gateways of text messages. */
    public List<EmulatedPlatform> both() {
        return Stream.concat(all.stream(), gateways.stream()).toList();
    }

    /**
     * The settings of a hub that is connected to all of them.
     *
     * @param quietTime of each channel
     */
    public Map<String, String> settings(String quietTime) {
        Map<String, String> settings = new TreeMap<>();
        for (EmulatedPlatform platform : both()) {
            settings.put(platform.name() + ".enabled", "true");
            settings.put(platform.name() + ".quiet-time", quietTime);
            platform.settings().forEach((name, value) -> settings.put(platform.name() + "." + name, value));
        }
        return settings;
    }

    /** Each makes the check that the vendor makes when an address is saved. */
    public void checkAddresses(URI hub) {
        for (EmulatedPlatform platform : both()) {
            if (!platform.handshake(address(hub, platform))) {
                throw new IllegalStateException("the hub does not pass the check of " + platform.name());
            }
        }
    }

    /** Where the channel of a platform listens. */
    public static URI address(URI hub, EmulatedPlatform platform) {
        return hub.resolve("/webhooks/" + platform.name());
    }

    public EmulatedPlatform named(String name) {
        return both().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        both().forEach(EmulatedPlatform::close);
    }
}
