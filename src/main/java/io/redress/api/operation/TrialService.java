package io.redress.api.operation;

import io.redress.api.ApiProblem;
import io.redress.api.NotFoundException;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.offline.Trials;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Tries originals for API and console. */
@Component
public class TrialService {

    private final Trials trials;

    TrialService(Trials trials) {
        this.trials = trials;
    }

    /** The names of the channels that can be tried. */
    public List<String> channels() {
        return trials.channels();
    }

    /**
     * Nothing is kept or sent.
     *
     * @throws NotFoundException when there is no such channel, or its file cannot be used now
     * @throws ErrorResponseException 503 while others are at it
     */
    public TrialView read(String channel, TriedOriginal tried) {
        try {
            return trials.read(channel, tried.name(), tried.original(), tried.request())
                    .map(TrialView::of)
                    .orElseThrow(
                            () -> ApiProblem.unavailable("Other originals are being tried", "Try again in a moment."));
        } catch (InvalidConfiguration e) {
            String found = e.findings().stream().map(Finding::toString).collect(Collectors.joining("; "));
            throw new NotFoundException("Channel " + channel + " cannot be tried: " + found, "See GET /api/routes.");
        }
    }
}
