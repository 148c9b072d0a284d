package io.redress.channel.chat.platform.outbound;

import io.redress.channel.chat.platform.outbound.OutboundRules.MediaFetchRule;
import io.redress.channel.chat.platform.outbound.OutboundRules.PullRule;
import io.redress.channel.chat.platform.outbound.OutboundRules.Step;
import io.redress.channel.chat.platform.outbound.OutboundRules.TokenRule;
import io.redress.channel.sender.RequestFilter;
import io.redress.configfile.DurationParser;
import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import io.redress.mapping.json.ValuePath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what a platform's file says of the hub's requests into {@link OutboundRules}, or finds what is wrong with it. */
public final class OutboundReader {

    private static final Duration USUAL_TIME = Duration.ofDays(1);

    private final YamlFile<?> yaml;
    private final Set<String> settings;
    private final List<Finding> findings;
    private RequestReader requests;
    private RequestFilter expired = RequestFilter.none();

    /**
     * A reader of one file.
     *
     * @param settings the names of a channel's settings
     * @param findings gets what is wrong
     */
    public OutboundReader(YamlFile<?> yaml, Set<String> settings, List<Finding> findings) {
        this.yaml = yaml;
        this.settings = settings;
        this.findings = findings;
        this.requests = new RequestReader(yaml, settings, false, findings);
    }

    /** Reads the parts, of which each may be null; to be used only where no findings were added. */
    public OutboundRules read(
            OutboundFile.@Nullable Token token,
            OutboundFile.@Nullable Send send,
            OutboundFile.@Nullable Media media,
            OutboundFile.@Nullable Pull pull) {
        requests = new RequestReader(yaml, settings, token != null, findings);
        TokenRule tokenRule = token == null ? null : token(token);
        expired = tokenRule == null ? RequestFilter.none() : tokenRule.expired();
        return new OutboundRules(
                tokenRule,
                send == null ? null : send(send),
                media == null ? null : media(media),
                pull == null ? null : pull(pull));
    }

    private @Nullable TokenRule token(OutboundFile.Token token) {
        RequestTemplate call = requests.of(token.call(), Set.of(), "token");
        ValuePath value = requests.path(token.value(), "token", "value");
        return call == null || value == null
                ? null
                : new TokenRule(
                        call,
                        value,
                        requests.path(token.expiresIn(), "token", "expiresIn"),
                        AnswerMeanings.filter(token.expired()),
                        null);
    }

    private @Nullable SendRule send(OutboundFile.Send send) {
        Set<String> values = SendValues.names(send.codes() != null);
        RequestTemplate call = requests.of(send.call(), values, "send");
        OutboundFile.Call template = send.templateCall();
        if (call == null) {
            return null;
        }
        for (String needed : send.codes() == null ? List.of("customer", "text") : List.of("customer", "code")) {
            if (!call.names().contains(needed)) {
                find("the message has no {" + needed + "}", "write it where the platform wants it", "send");
            }
        }
        SendValues.OF_MESSAGE.stream()
                .filter(name -> settings.contains(name) && call.names().contains(name))
                .forEach(name -> find(
                        "{" + name + "} is of each message, and there is a setting of this name",
                        "call the setting by another name",
                        "settings",
                        name));
        RequestSigning signing = new SigningReader(yaml, settings, values, findings).read(send.sign());
        Map<String, String> codes = send.codes() == null ? Map.of() : Map.copyOf(send.codes());
        codes.values().stream()
                .filter(name -> !settings.contains(name))
                .forEach(name ->
                        find("there is no setting '" + name + "'", Suggestion.remedy(name, settings), "send", "codes"));
        return new SendRule(
                call.signed(signing),
                template == null ? null : template(template, values, signing),
                send.customers() == null ? null : Pattern.compile(send.customers()),
                send.bytes() != null
                        ? new TextLimit(send.bytes(), true)
                        : send.characters() == null ? null : new TextLimit(send.characters(), false),
                Objects.requireNonNullElse(send.segments(), 0),
                codes,
                requests.path(send.messageId(), "send", "messageId"),
                send.window() == null ? null : window(send.window()),
                AnswerMeanings.of(send.meanings(), expired, send.retryAfter()));
    }

    private @Nullable RequestTemplate template(
            OutboundFile.Call written, Set<String> values, @Nullable RequestSigning signing) {
        RequestTemplate template = requests.of(written, values, "send", "template");
        return template == null ? null : template.signed(signing);
    }

    private static MessagingWindow window(OutboundFile.Window window) {
        return new MessagingWindow(
                DurationParser.parse(window.time(), USUAL_TIME), Objects.requireNonNullElse(window.messages(), 0));
    }

    private @Nullable MediaFetchRule media(OutboundFile.Media media) {
        var steps = new ArrayList<Step>();
        List<OutboundFile.Call> calls = media.calls() == null
                ? List.of()
                : media.calls().stream().filter(Objects::nonNull).toList();
        for (OutboundFile.Call written : calls) {
            int at = steps.size();
            var names = new LinkedHashSet<>(Set.of("media", "taken", OutboundRules.TOKEN));
            RequestTemplate call = requests.any(written, names, "media", "calls", at);
            boolean last = at == calls.size() - 1;
            if (last == (written.take() != null)) {
                find(
                        last ? "the last request must give the file itself" : "nothing is taken from this answer",
                        last ? "take out take, or add the request for the file" : "write take: the value for {taken}",
                        "media",
                        "calls",
                        at);
            }
            if (call != null) {
                unlimited(call, at);
                steps.add(new Step(call, requests.path(written.take(), "media", "calls", at, "take")));
            }
        }
        return new MediaFetchRule(
                List.copyOf(steps),
                DurationParser.parse(media.within(), USUAL_TIME),
                AnswerMeanings.of(media.meanings(), expired, null));
    }

    /** Whoever gives an address could have the hub ask any server that it reaches. */
    private void unlimited(RequestTemplate call, int at) {
        String first = call.address().first();
        if (!first.isEmpty()
                && !settings.contains(first)
                && call.hosts().hosts().isEmpty()) {
            find(
                    "{" + first + "} is an address that the platform or a customer gives, and may lead anywhere",
                    "write hosts: [files.example.com, …], those on which the platform keeps files",
                    "media",
                    "calls",
                    at);
        }
    }

    private @Nullable PullRule pull(OutboundFile.Pull pull) {
        RequestTemplate call =
                requests.of(pull.call(), Set.of("account", "notice-token", "cursor", OutboundRules.TOKEN), "pull");
        ValuePath cursor = requests.path(pull.cursor(), "pull", "cursor");
        return call == null || cursor == null
                ? null
                : new PullRule(
                        AnswerMeanings.filter(pull.when()),
                        requests.path(pull.account(), "pull", "account"),
                        requests.path(pull.noticeToken(), "pull", "noticeToken"),
                        call,
                        Objects.requireNonNull(pull.items()),
                        cursor,
                        AnswerMeanings.filter(pull.more()),
                        AnswerMeanings.of(pull.meanings(), expired, null));
    }

    private void find(String problem, String remedy, Object... path) {
        findings.add(yaml.finding(problem, remedy, path));
    }
}
