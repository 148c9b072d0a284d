package io.redress.configuration.channel;

import io.redress.camel.mqtt.MqttServices;
import io.redress.channel.ChannelProblems;
import io.redress.channel.device.DeviceNormalizer;
import io.redress.cluster.Node;
import io.redress.database.DataFolder;
import io.redress.handoff.HubKey;
import io.redress.handoff.IntakeBackPressure;
import io.redress.handoff.KeyedDigest;
import io.redress.intake.device.FaultEpisodes;
import io.redress.intake.recording.FaultQuietStep;
import io.redress.intake.recording.FaultRecorder;
import io.redress.ledger.device.SqlFaultEpisodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The channels of devices, and the faults that they report. */
@Configuration(proxyBeanMethods = false)
@Import({DeviceNormalizer.class, FaultQuietStep.class, FaultRecorder.class})
class DeviceBeans {

    @Bean
    FaultEpisodes faultMatters(JdbcClient jdbc, HubKey key) {
        return new SqlFaultEpisodes(jdbc, new KeyedDigest(key.derive("device-fault"))::of);
    }

    @Bean
    MqttServices mqttServices(ChannelProblems problems, IntakeBackPressure backPressure, DataFolder folder) {
        String node = Node.of(folder.resolve("node.id"), "").id().toString();
        return new MqttServices(problems, backPressure, node.substring(node.lastIndexOf('-') + 1));
    }
}
