package io.redress.offline;

import io.redress.attachment.AttachmentRules;
import io.redress.attachment.AttachmentService;
import io.redress.handoff.BlobStore;
import io.redress.handoff.Originals;
import io.redress.intake.Normalizer;
import io.redress.intake.Normalizers;
import io.redress.intake.OwnArrivals;
import io.redress.privacy.ArrivalMasking;
import io.redress.settings.PrivacySettings;
import io.redress.triage.CategoryRules;
import io.redress.triage.DeadlineCalculator;
import io.redress.triage.TriageService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.FileSystemUtils;

/** The rules and channels of the running hub, with a store of originals and attachments that is thrown away. */
final class RunningHub implements TriedHub {

    private static final AttachmentRules ANY = new AttachmentRules(100, Long.MAX_VALUE, Duration.ZERO, false);

    private final ListableBeanFactory beans;
    private final Path folder;
    private final Map<Class<?>, Object> own;

    RunningHub(ListableBeanFactory beans) {
        this.beans = beans;
        try {
            this.folder = Files.createTempDirectory("redress-try-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var blobs = new BlobStore(folder.resolve("blobs"));
        var masking = new ArrivalMasking(beans.getBean(PrivacySettings.class).maskInTickets());
        this.own = Map.of(
                BlobStore.class,
                blobs,
                Normalizers.class,
                new Normalizers(
                        List.copyOf(beans.getBeansOfType(Normalizer.class).values()),
                        new Originals(blobs)::bytes,
                        masking::mask,
                        OwnArrivals.none()),
                TriageService.class,
                new TriageService(
                        beans.getBean(CategoryRules.class),
                        beans.getBean(DeadlineCalculator.class),
                        new AttachmentService(blobs, null, ANY),
                        beans.getBean(Clock.class)));
    }

    @Override
    public <T> T bean(Class<T> type) {
        Object replaced = own.get(type);
        return replaced == null ? beans.getBean(type) : type.cast(replaced);
    }

    @Override
    public Path dataFolder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
