package io.redress.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Normalizer;
import io.redress.intake.RawMessage;
import io.redress.intake.SenderVerification;
import io.redress.language.LanguageDetector;
import io.redress.standing.OwnMessageIds;
import io.redress.ticket.Complaint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads what {@link GeneratedArrival generated} customers write. */
public final class GeneratedNormalizer implements Normalizer {

    /** The format's name. */
    public static final String FORMAT = "generated";

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final OwnMessageIds mails;

    /** @param mails the hub's, which supposed customers answer */
    public GeneratedNormalizer(OwnMessageIds mails) {
        this.mails = mails;
    }

    /** The original of an arrival. */
    public static byte[] original(GeneratedArrival arrival) {
        try {
            return JSON.writeValueAsBytes(arrival);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an arrival of ours is always JSON", e);
        }
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public NormalizationResult read(RawMessage raw, byte[] original) {
        try {
            GeneratedArrival arrival = JSON.readValue(original, GeneratedArrival.class);
            String text = arrival.text();
            return new CanonicalComplaint(
                    answersMail(arrival) ? "email" : arrival.kind(),
                    arrival.key(),
                    arrival.customer(),
                    arrival.product(),
                    new Complaint(null, text, LanguageDetector.of(text), null, arrival.at(), List.of()),
                    List.of(),
                    references(arrival),
                    List.of(),
                    !arrival.kind().equals("call-center"),
                    SenderVerification.PROVED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who has an address answers the mail that we sent; others name the number. */
    private List<String> references(GeneratedArrival arrival) {
        return answersMail(arrival)
                ? arrival.references().stream()
                        .map(number -> "<" + number + "." + mails.signed(number, "ack") + "@localhost>")
                        .toList()
                : arrival.references();
    }

    private static boolean answersMail(GeneratedArrival arrival) {
        return arrival.followsUp()
                && !arrival.customer().emails().isEmpty()
                && !arrival.kind().equals("chat");
    }
}
