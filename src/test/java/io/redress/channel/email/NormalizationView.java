package io.redress.channel.email;

import io.redress.intake.ArrivalFile;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ChatMessage;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A reading as the expected files write it; members that say nothing are left out. */
final class NormalizationView {

    private NormalizationView() {}

    static Map<String, Object> of(NormalizationResult result) {
        Map<String, Object> view = new LinkedHashMap<>();
        if (result instanceof Refusal refusal) {
            view.put("state", refusal.state().key());
            view.put("reason", refusal.reason());
            view.put("sourceKey", refusal.sourceKey());
            view.put("references", refusal.references());
        } else if (result instanceof CanonicalComplaint read) {
            view.put("state", "complaint");
            view.put("sourceKey", read.sourceKey());
            view.put("name", read.customer().name());
            view.put("emails", read.customer().emails());
            view.put("subject", read.complaint().subject());
            view.put("text", shortened(read.complaint().text()));
            view.put("language", read.complaint().language());
            view.put("occurredAt", String.valueOf(read.complaint().occurredAt()));
            view.put(
                    "evidence",
                    read.evidence().stream().map(NormalizationView::of).toList());
            view.put("references", named(read.references()));
            view.put("aliases", named(read.aliases()));
            view.put("acknowledge", read.acknowledge());
        } else if (result instanceof ChatMessage) {
            view.put("state", "chat");
        }
        return view;
    }

    /** Without the names of our own making: MailThreadTest says what they are. */
    private static List<String> named(List<String> names) {
        return names.stream()
                .filter(name -> !name.startsWith(MailThread.PLACE) && !name.startsWith(MailThread.COPY))
                .toList();
    }

    private static String of(ArrivalFile file) {
        return file.name() + " " + file.contentType() + " " + file.bytes().length;
    }

    private static String shortened(String text) {
        return text.length() > 1000 ? text.substring(0, 20) + "… (" + text.length() + " characters)" : text;
    }
}
