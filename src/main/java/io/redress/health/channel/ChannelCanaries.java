package io.redress.health.channel;

import io.redress.canary.Canaries;
import io.redress.canary.Canary;
import io.redress.canary.CanaryOrder;
import io.redress.canary.CanaryPlan;
import io.redress.canary.CanaryRules;
import io.redress.canary.CanaryVerdict;
import io.redress.canary.ImpossibleCanary;
import io.redress.channel.ChannelProblem;
import io.redress.channel.ChannelProblems;
import io.redress.cluster.FencingToken;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.ReloadableRules;
import io.redress.handoff.IntakeBackPressure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends canaries to the channels of {@code config/canaries.yaml}, and tells of those that do not arrive. One node sends, the
 * leader; each judges the channels that it takes.
 */
@Component
public class ChannelCanaries {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelCanaries.class);

    /** The items of canaries, and what is judged. */
    private static final Duration KEPT = Duration.ofDays(1);

    /** How late a canary may come and be recognised; mail servers give up within days, a backup may be older. */
    private static final Duration KNOWN = Duration.ofDays(90);

    private static final Duration BETWEEN_PURGES = Duration.ofHours(1);

    /** Before one that could not be made is made again. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final CamelContext camel;
    private final CanaryOrders maker;
    private final ReloadableRules<CanaryRules> rules;
    private final Canaries canaries;
    private final ChannelProblems problems;
    private final FencingToken leader;
    private final IntakeBackPressure intake;
    private final Clock clock;
    private final Instant start;
    private final Set<String> judged = new HashSet<>();
    private final Map<String, Impossible> impossible = new HashMap<>();
    private Instant purged = Instant.MIN;

    private record Impossible(ChannelProblem problem, Instant until) {}

    ChannelCanaries(
            CamelContext camel,
            CanaryOrders maker,
            ReloadableRules<CanaryRules> rules,
            Canaries canaries,
            ChannelProblems problems,
            FencingToken leader,
            IntakeBackPressure intake,
            Clock clock) {
        this.camel = camel;
        this.maker = maker;
        this.rules = rules;
        this.canaries = canaries;
        this.problems = problems;
        this.leader = leader;
        this.intake = intake;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** Judges what was sent, and gives the canaries that are to be sent now; none on a node that does not lead. */
    public synchronized List<CanaryOrder> look() {
        CanaryRules now = rules.get();
        if (now.plans().isEmpty() && judged.isEmpty()) {
            return List.of();
        }
        boolean open = intake.closedBecause() == null;
        Map<String, ChannelRoute> running = open ? running() : Map.of();
        List<Canary> all = canaries.all(clock.instant().minus(KEPT));
        Set.copyOf(judged).stream()
                .filter(channel -> !now.plans().containsKey(channel))
                .forEach(this::forget);
        var orders = new ArrayList<CanaryOrder>();
        for (CanaryPlan plan : now.plans().values()) {
            judged.add(plan.channel());
            ChannelRoute channel = running.get(plan.channel());
            if (channel == null) {
                pause(plan.channel());
                continue;
            }
            List<Canary> own = all.stream()
                    .filter(canary -> canary.channel().equals(plan.channel()))
                    .toList();
            if (leads() && isDue(plan, own)) {
                order(plan, channel, now).ifPresent(orders::add);
            }
            judge(plan.channel(), own);
        }
        purge(now);
        return orders;
    }

    private boolean leads() {
        return leader.current() != FencingToken.NOT_LEADING;
    }

    /** The channels that take in now, at this node. */
    private Map<String, ChannelRoute> running() {
        var running = new HashMap<String, ChannelRoute>();
        ChannelRoute.of(camel).stream()
                .filter(channel -> channel.state(camel).equals("started"))
                .forEach(channel -> running.put(channel.name(), channel));
        return running;
    }

    private void judge(String channel, List<Canary> own) {
        Impossible none = impossible.get(channel);
        Optional<ChannelProblem> problem =
                none != null ? Optional.of(none.problem()) : CanaryVerdict.of(own, start, clock.instant());
        problem.ifPresentOrElse(
                told -> problems.tell(channel, told), () -> problems.over(channel, CanaryVerdict.ASPECT));
    }

    /** A channel that is stopped on purpose, or waits, is told of otherwise. */
    private void pause(String channel) {
        problems.over(channel, CanaryVerdict.ASPECT);
        if (leads()) {
            canaries.uncount(channel);
        }
    }

    private void forget(String channel) {
        pause(channel);
        judged.remove(channel);
        impossible.remove(channel);
    }

    private boolean isDue(CanaryPlan plan, List<Canary> own) {
        Instant now = clock.instant();
        Impossible none = impossible.get(plan.channel());
        boolean rests = none != null && none.until().isAfter(now);
        return !rests
                && (own.isEmpty() || !own.get(0).sentAt().plus(plan.every()).isAfter(now));
    }

    private Optional<CanaryOrder> order(CanaryPlan plan, ChannelRoute channel, CanaryRules rules) {
        Instant now = clock.instant();
        try {
            CanaryOrder order = maker.order(plan, channel, rules, now);
            impossible.remove(plan.channel());
            var canary = new Canary(order.id(), order.channel(), now, now.plus(plan.lateAfter()), true, null, null);
            return canaries.send(canary, plan.every(), order.said()) ? Optional.of(order) : Optional.empty();
        } catch (ImpossibleCanary e) {
            var problem = new ChannelProblem(CanaryVerdict.ASPECT, String.valueOf(e.getMessage()), e.remedy(), null);
            impossible.put(plan.channel(), new Impossible(problem, now.plus(PAUSE)));
        } catch (InvalidConfiguration e) {
            LOG.debug("Channel {} gets no canary while its file cannot be used", plan.channel(), e);
        }
        return Optional.empty();
    }

    private void purge(CanaryRules now) {
        Instant at = clock.instant();
        if (leads() && purged.isBefore(at.minus(BETWEEN_PURGES))) {
            canaries.purge(now.plans().keySet(), at.minus(KEPT), at.minus(KNOWN));
            purged = at;
        }
    }

    /** A canary could not be sent. */
    public void failed(CanaryOrder order, Throwable error) {
        String words = error.getClass().getSimpleName() + ": " + Objects.toString(error.getMessage(), "");
        canaries.failed(order.id(), words.lines().findFirst().orElse(""));
    }
}
