package io.redress.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.component.quartz.QuartzComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/** The clocks of {@code routes/}, as Quartz understood them. */
class ClockRoutesTest extends FlowTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "redress.zone", "Pacific/Auckland",
            "redress.data-dir", "target/clock-routes",
            "redress.due.period", "1000",
            "redress.due.steps-at-once", "100",
            "redress.due.plan-ahead-cron", "0 0 * * * ?",
            "redress.call-lists.tick", "10000",
            "redress.delivery.canary-every", "60000",
            "redress.retention.cron", "0 30 3 * * ?");

    private final Asked asked = new Asked();
    private final Asked heads = new Asked();

    @ParameterizedTest
    @CsvSource({"call-lists,10000", "canaries,60000"})
    void without_a_cron_expression_it_ticks_at_its_interval(String clock, long millis) throws Exception {
        wind(Map.of());
        assertThat(trigger(clock)).isInstanceOfSatisfying(SimpleTrigger.class, trigger -> {
            assertThat(trigger.getRepeatInterval()).isEqualTo(millis);
            assertThat(trigger.getRepeatCount()).isEqualTo(SimpleTrigger.REPEAT_INDEFINITELY);
            assertThat(trigger.getMisfireInstruction()).isEqualTo(SimpleTrigger.MISFIRE_INSTRUCTION_FIRE_NOW);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "call-lists,redress.call-lists.cron",
        "canaries,redress.delivery.canary-cron",
        "plan-ahead,redress.due.plan-ahead-cron",
        "retention,redress.retention.cron"
    })
    void a_cron_expression_counts_in_the_shops_zone_and_what_was_missed_is_made_up_for_once(
            String clock, String setting) throws Exception {
        wind(Map.of(setting, "0/10 * 8-19 ? * MON-FRI"));
        assertThat(trigger(clock)).isInstanceOfSatisfying(CronTrigger.class, trigger -> {
            assertThat(trigger.getCronExpression()).isEqualTo("0/10 * 8-19 ? * MON-FRI");
            assertThat(trigger.getTimeZone()).isEqualTo(TimeZone.getTimeZone("Pacific/Auckland"));
            assertThat(trigger.getMisfireInstruction()).isEqualTo(CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"call-lists", "canaries", "plan-ahead", "retention"})
    void on_a_node_no_two_runs_overlap(String clock) throws Exception {
        wind(Map.of());
        assertThat(scheduler().getJobDetail(trigger(clock).getJobKey()).isConcurrentExecutionDisallowed())
                .isTrue();
    }

    @Test
    void what_the_calendar_has_next_is_planned_for_reports_and_for_heads() throws Exception {
        wind(Map.of("redress.due.plan-ahead-cron", "* * * * * ?"));
        var once = new NotifyBuilder(camel)
                .fromRoute("plan-ahead")
                .whenCompleted(1)
                .create();
        scheduler().start();
        assertThat(once.matches(30, TimeUnit.SECONDS)).isTrue();
        assertThat(asked.plans).hasPositiveValue();
        assertThat(heads.plans).hasPositiveValue();
    }

    /** Puts the clocks up; none ticks yet. */
    private void wind(Map<String, String> crons) throws Exception {
        bind(
                asked,
                "dueWork",
                "figureSchedule",
                "sentMessage",
                "callOutcomeHandler",
                "callLists",
                "targetCanaries",
                "retentionService",
                "forgettingService",
                "deadLetterChannel",
                "failures");
        bind(heads, "historyHeadStep");
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(crons);
        camel.setAutoStartup(false);
        camel.getComponent("quartz", QuartzComponent.class).setAutoStartScheduler(false);
        load(
                settings,
                "90-failures.camel.yaml",
                "35-due-work.camel.yaml",
                "50-callbacks.camel.yaml",
                "62-canaries.camel.yaml",
                "70-retention.camel.yaml");
        camel.start();
        for (String clock : List.of("call-lists", "canaries", "plan-ahead", "retention")) {
            camel.getRouteController().startRoute(clock);
        }
    }

    private Trigger trigger(String clock) throws Exception {
        for (TriggerKey key : scheduler().getTriggerKeys(GroupMatcher.anyGroup())) {
            if (key.getName().equals(clock)) {
                return scheduler().getTrigger(key);
            }
        }
        throw new AssertionError("no clock " + clock);
    }

    private Scheduler scheduler() {
        return camel.getComponent("quartz", QuartzComponent.class).getScheduler();
    }

    /** All beans that these routes call. */
    public static final class Asked {

        private final AtomicInteger plans = new AtomicInteger();

        public void planAhead() {
            plans.incrementAndGet();
        }

        public Object claimSteps(int limit) {
            return List.of();
        }

        public Object take(Object message) {
            return List.of();
        }

        public Object claim() {
            return List.of();
        }

        public Object content(Object list) {
            return "";
        }

        public void written(Object list) {}

        public void look() {}

        public void run() {}

        public void begin() {}

        public void receive(Object message) {}

        public Object failed(Object raw, Throwable error) {
            return "";
        }
    }
}
