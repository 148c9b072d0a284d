package io.redress.configuration.ticket;

import io.redress.camel.report.FontsOnlyResolver;
import io.redress.figures.report.pdf.DocumentRenderer;
import io.redress.figures.report.pdf.PrintFont;
import io.redress.figures.report.pdf.WeeklyDocument;
import io.redress.settings.HealthSettings;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.camel.ProducerTemplate;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.FopFactoryBuilder;
import org.apache.fop.configuration.ConfigurationException;
import org.apache.fop.configuration.DefaultConfigurationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What route {@code report-pdf} needs, and who asks it. */
@Configuration(proxyBeanMethods = false)
class ReportBeans {

    /** The path is made of our own setting, and FOP looks for no other fonts. */
    private static final String FONTS = """
            <fop version="1.0"><renderers><renderer mime="application/pdf"><fonts>%s</fonts></renderer></renderers></fop>
            """;

    private static final String FONT = """
            <font embed-url="%1$s"><font-triplet name="wide" style="normal" weight="normal"/>
            <font-triplet name="wide" style="normal" weight="bold"/></font>
            """;

    @Bean
    PrintFont printFont(HealthSettings settings) {
        return PrintFont.of(settings.figures().pdfFont());
    }

    @Bean
    WeeklyDocument weeklyDocument(PrintFont font) {
        return new WeeklyDocument(font);
    }

    @Bean
    FopFactory reportFop(PrintFont font) throws ConfigurationException {
        Path file = font.file();
        String fonts =
                FONTS.formatted(file == null ? "" : FONT.formatted(file.toUri().toASCIIString()));
        var builder = new FopFactoryBuilder(Path.of("/").toUri(), new FontsOnlyResolver(file));
        builder.setConfiguration(new DefaultConfigurationBuilder()
                .build(new ByteArrayInputStream(fonts.getBytes(StandardCharsets.UTF_8))));
        return builder.build();
    }

    @Bean
    DocumentRenderer documentRenderer(ProducerTemplate camel) {
        return source -> camel.requestBody("direct:report-pdf", source, byte[].class);
    }
}
