package io.redress.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How edits are taken up, prefix {@code redress.routes}.
 *
 * @param reload how often routes and rules are looked at for edits; {@code 0s}: they are read at the start only
 */
@ConfigurationProperties("redress.routes")
public record RouteSettings(@DefaultValue("2s") Duration reload) {}
