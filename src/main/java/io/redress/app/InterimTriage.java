package io.redress.app;

import io.redress.intake.ChatMessage;
import io.redress.ledger.ChatCollector;
import io.redress.ticket.*;
import io.redress.triage.*;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.*;

@Configuration
class InterimTriage {
    @Bean
    CategoryRules rules() {
        return new CategoryRules() {
            public Triage assess(Complaint c, Customer u, Product p) {
                return new Triage("other", 0, null, 0, true, Priority.NORMAL, null, List.of("interim"));
            }

            public String owner(String c) {
                return "service desk";
            }

            public String policy(String c) {
                return "general";
            }

            public String queue(String c) {
                return "complaints." + c;
            }
        };
    }

    @Bean
    Deadlines deadlines() {
        return (p, q, r) -> new ServiceLevel(p, r.plus(Duration.ofHours(24)), r.plus(Duration.ofHours(48)));
    }

    @Bean
    ChatCollector chats() {
        return new ChatCollector() {
            public void collect(String i, String c, ChatMessage m) {}

            public void ticketed(String c, String n) {}
        };
    }
}
