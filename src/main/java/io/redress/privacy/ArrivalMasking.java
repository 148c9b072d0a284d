package io.redress.privacy;

import io.redress.intake.ArrivalFile;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ChatMessage;
import io.redress.intake.MediaReference;
import io.redress.intake.NormalizationResult;
import io.redress.ticket.Complaint;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Masks numbers in what was read of an arrival, before a ticket is made of it: what goes downstream need not have them,
 * and the original keeps them. Names of files are masked of phone numbers, too, since nobody calls those.
 */
public final class ArrivalMasking {

    private final Masking texts;
    private final Masking names;

    /** @param kinds none: everything stays as it was written */
    public ArrivalMasking(Set<MaskedKind> kinds) {
        texts = new Masking(kinds);
        var inNames = EnumSet.noneOf(MaskedKind.class);
        inNames.addAll(kinds);
        if (!kinds.isEmpty()) {
            inNames.add(MaskedKind.PHONE);
        }
        names = new Masking(inNames);
    }

    public NormalizationResult mask(NormalizationResult result) {
        if (result instanceof CanonicalComplaint complaint) {
            return complaint(complaint);
        }
        return result instanceof ChatMessage message ? message(message) : result;
    }

    private CanonicalComplaint complaint(CanonicalComplaint read) {
        Complaint said = read.complaint();
        return new CanonicalComplaint(
                read.kind(),
                read.sourceKey(),
                read.customer(),
                read.product(),
                new Complaint(
                        texts.maskOrNull(said.subject()),
                        texts.mask(said.text()),
                        said.language(),
                        texts.maskOrNull(said.wants()),
                        said.occurredAt(),
                        said.attachments()),
                files(read.evidence()),
                read.references(),
                read.aliases(),
                read.acknowledge(),
                read.proof(),
                read.recipients(),
                read.hints(),
                media(read.media()),
                read.fault());
    }

    private ChatMessage message(ChatMessage read) {
        return new ChatMessage(
                read.sourceKey(),
                read.conversation(),
                read.customer(),
                read.product(),
                texts.maskOrNull(read.subject()),
                texts.mask(read.text()),
                texts.maskOrNull(read.wants()),
                read.sentAt(),
                files(read.evidence()),
                read.references(),
                read.quietTime(),
                read.proof(),
                media(read.media()));
    }

    private List<MediaReference> media(List<MediaReference> media) {
        return media.stream()
                .map(file -> new MediaReference(
                        file.platform(), file.ref(), file.kind(), names.maskOrNull(file.name()), file.with()))
                .toList();
    }

    private List<ArrivalFile> files(List<ArrivalFile> files) {
        return files.stream()
                .map(file -> new ArrivalFile(names.maskOrNull(file.name()), file.contentType(), file.bytes()))
                .toList();
    }
}
