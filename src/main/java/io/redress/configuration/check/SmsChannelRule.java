package io.redress.configuration.check;

import io.redress.channel.chat.platform.Platforms;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.YamlFile;
import io.redress.configfile.folder.YamlFolder;
import io.redress.configuration.check.ChatSettingsRule.ChatUse;
import io.redress.reply.outgoing.ReplyRules;
import io.redress.routes.file.BeanCatalog;
import io.redress.routes.file.RoutePrecondition;
import io.redress.routes.file.RouteRule;
import io.redress.routes.file.RouteSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The channel that {@code config/replies.yaml} names for text messages is there, is switched on, and is that of a gateway. */
public final class SmsChannelRule implements RouteRule {

    private static final String SMS = "sms";
    private static final String SINK = "chat-sink";

    private final Path config;
    private final BeanCatalog beanCatalog;

    public SmsChannelRule(Path config, BeanCatalog beanCatalog) {
        this.config = config;
        this.beanCatalog = beanCatalog;
    }

    @Override
    public List<Finding> check(RouteSet routes) {
        return channel().flatMap(name -> mistake(name, routes)).stream().toList();
    }

    private Optional<String> channel() {
        try {
            return ReplyRules.read(config).smsChannel();
        } catch (InvalidConfiguration e) { // the file's own check tells it
            return Optional.empty();
        }
    }

    private Optional<Finding> mistake(String name, RouteSet routes) {
        List<ChatUse> sinks = ChatSettingsRule.uses(routes, config).stream()
                .filter(use -> use.use().kamelet().equals(SINK) && use.channel().equals(name))
                .toList();
        if (sinks.isEmpty()) {
            return Optional.of(finding(
                    "no channel '" + name + "' sends text messages",
                    "write routes/channels/" + name
                            + ".camel.yaml as docs/sms.md shows, or the name of another channel"));
        }
        ChatUse sink = sinks.get(0);
        if (sink.platform().sms() == null) {
            return Optional.of(finding(
                    "channel '" + name + "' is not that of a gateway: "
                            + sink.platform().title() + " sends no text messages",
                    "name the channel of a gateway, such as twilio or aliyun-sms"));
        }
        return RoutePrecondition.holds(sink.file(), sink.use(), beanCatalog)
                ? Optional.empty()
                : Optional.of(finding(
                        "channel '" + name + "' is switched off, so no text message goes out",
                        "write " + name + ": {enabled: true} in config/application.yaml, or take sms out"));
    }

    private Finding finding(String problem, String remedy) {
        return YamlFile.read(file(), Map.class).finding(problem, remedy, SMS);
    }

    private Path file() {
        return config.resolve(ReplyRules.FILE);
    }

    @Override
    public Object basis() {
        return List.of(YamlFolder.texts(Platforms.folder(config)), channel().orElse(""));
    }
}
