package io.redress.sandbox;

import io.redress.api.operation.StartPageExamples;
import java.util.List;

/** What the sandbox's first page suggests to try. */
final class SandboxExamples {

    private SandboxExamples() {}

    static StartPageExamples commands() {
        return new StartPageExamples(List.of(
                new StartPageExamples.Example("Send a mail", """
                        printf 'From: you@example.com\\nTo: complaints@redress.test\\nSubject: The lamp is broken\\n\\nIt arrived in pieces.\\n' \\
                          | curl -sS smtp://127.0.0.1:3025 --mail-from you@example.com --mail-rcpt complaints@redress.test -T -"""),
                new StartPageExamples.Example("Post a form", """
                        curl -sS http://localhost:8080/complaints -H 'Content-Type: application/json' \\
                          -d '{"text":"My parcel never arrived","phone":"13800138000"}'"""),
                new StartPageExamples.Example("Drop a call-centre file", """
                        printf '电话,投诉内容\\n13800138000,空调不制冷\\n' > data/inbox/call-center/calls.csv"""),
                new StartPageExamples.Example("Report a device's fault", """
                        mosquitto_pub -V mqttv5 -h 127.0.0.1 -p 3183 -u redress -P redress -q 1 \\
                          -t shops/7/devices/freezer-2/faults -m '{"fault":"E7","state":"alarm","message":"Door open"}'"""),
                new StartPageExamples.Example("Post a signed webhook", """
                        secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw; id=msg_$RANDOM; now=$(date +%s)
                        body='{"type":"complaint.created","data":{"text":"I was charged twice"}}'
                        key=$(printf %s "${secret#whsec_}" | base64 -d | od -An -vtx1 | tr -d ' \\n')
                        sig=$(printf %s "$id.$now.$body" | openssl dgst -sha256 -mac HMAC -macopt hexkey:$key -binary | base64)
                        curl -sS http://localhost:8080/webhooks/partner-webhook -H 'Content-Type: application/json' \\
                          -H "webhook-id: $id" -H "webhook-timestamp: $now" -H "webhook-signature: v1,$sig" -d "$body\"""")));
    }
}
