package io.redress.channel.chat.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.channel.chat.platform.outbound.RequestSigning.UnsignedRequest;
import io.redress.delivery.dialogue.DialogueRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.Test;

class RequestSigningTest {

    private static final Map<String, String> NOW =
            SendValues.times(Clock.fixed(Instant.parse("2023-10-26T10:22:32.5Z"), ZoneOffset.UTC));

    /** The vendor's example with fixed values, https://help.aliyun.com/zh/sdk/product-overview/v3-request-structure-and-signature */
    @Test
    void alibaba_cloud_signs_its_published_example_as_it_says() {
        Map<String, String> values = new HashMap<>(NOW);
        values.put("nonce", "3156853299f313e23d1673dc12e1703d");
        values.put("access-key-id", "YourAccessKeyId");
        values.put("access-key-secret", "YourAccessKeySecret");
        var request = new UnsignedRequest(
                "POST",
                "https://ecs.cn-shanghai.aliyuncs.com/?RegionId=cn-shanghai"
                        + "&ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd",
                Map.of("x-acs-action", "RunInstances", "x-acs-version", "2014-05-26"),
                "");

        Map<String, String> headers =
                new RequestSigning.AlibabaCloudSignature("access-key-id", "access-key-secret").headers(request, values);

        assertThat(headers)
                .containsEntry("x-acs-date", "2023-10-26T10:22:32Z")
                .containsEntry(
                        "Authorization",
                        "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;"
                                + "x-acs-date;x-acs-signature-nonce;x-acs-version,"
                                + "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    }

    /** RFC 7617, 2. */
    @Test
    void basic_login_is_written_as_in_its_standard() {
        var login = new RequestSigning.BasicLogin("user", "password");

        assertThat(login.headers(
                        new UnsignedRequest("GET", "https://x.example", Map.of(), ""),
                        Map.of("user", "Aladdin", "password", "open sesame")))
                .containsExactly(Map.entry("Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
        assertThatThrownBy(() -> login.headers(
                        new UnsignedRequest("GET", "https://x.example", Map.of(), ""), Map.of("user", "Aladdin")))
                .isInstanceOf(ValueTemplate.MissingValue.class);
    }

    /** RFC 4231, test case 2. */
    @Test
    void a_code_by_a_key_covers_what_the_file_says_and_goes_into_its_header() {
        var signature = new KeyedSignature(
                KeyedSignature.Algorithm.SHA256, "key", ValueTemplate.of("{body}"), false, "v1=", "X-Sign");

        assertThat(signature.headers(
                        new UnsignedRequest("POST", "https://x.example/a", Map.of(), "what do ya want for nothing?"),
                        Map.of("key", "Jefe")))
                .containsExactly(
                        Map.entry("X-Sign", "v1=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    }

    @Test
    void a_code_may_cover_method_path_and_query_and_the_values_of_this_moment() {
        var signature = new KeyedSignature(
                KeyedSignature.Algorithm.SHA1,
                "key",
                ValueTemplate.of("{method} {path} {query?} {time.s} {time.ms}"),
                true,
                "",
                "X-Sign");
        var all = new HashMap<>(NOW);
        all.put("key", "k");

        String one = signature
                .headers(new UnsignedRequest("POST", "https://x.example/a/b?c=d", Map.of(), ""), all)
                .get("X-Sign");

        assertThat(one)
                .isEqualTo(Base64.getEncoder()
                        .encodeToString(new HmacUtils(HmacAlgorithms.HMAC_SHA_1, "k")
                                .hmac("POST /a/b c=d 1698315752 1698315752500")));
        assertThat(signature
                        .headers(new UnsignedRequest("POST", "https://x.example", Map.of(), ""), all)
                        .get("X-Sign"))
                .isNotEqualTo(one);
    }

    @Test
    void a_digest_of_account_password_and_time_stands_in_the_request_itself() throws Exception {
        var json = new ObjectMapper();
        RequestTemplate template = RequestTemplate.of(new OutboundFile.Call(
                        "POST {api}/send",
                        null,
                        json.readTree("{\"account\":\"{account-name}\",\"ts\":\"{time.s}\",\"sign\":\"{sign.value}\"}"),
                        null))
                .signed(new KeyedSignature(
                        KeyedSignature.Algorithm.MD5,
                        "",
                        ValueTemplate.of("{account-name}{password}{time.s}"),
                        false,
                        "",
                        null));
        var values = new HashMap<>(NOW);
        values.putAll(Map.of("api", "https://sms.example", "account-name", "shop", "password", "pw"));

        DialogueRequest request = template.fill(values, values, List.of());

        assertThat(request.body())
                .isEqualTo("{\"account\":\"shop\",\"ts\":\"1698315752\",\"sign\":\""
                        + DigestUtils.md5Hex("shoppw1698315752") + "\"}");
    }

    @Test
    void parameters_of_the_address_are_encoded_as_they_are_signed() throws Exception {
        RequestTemplate template = RequestTemplate.of(new OutboundFile.Call(
                "POST {api}/",
                null,
                null,
                null,
                null,
                null,
                new ObjectMapper().readTree("{\"A\":\"{text}\",\"B|json\":{\"n\":\"{text}\"},\"C\":\"{none?}\"}")));

        DialogueRequest request = template.fill(
                Map.of("api", "https://x.example", "text", "a b*~+漏"), Map.of("api", "https://x.example"), List.of());

        assertThat(request.query()).isEqualTo("A=a%20b%2A~%2B%E6%BC%8F&B=%7B%22n%22%3A%22a%20b%2A~%2B%E6%BC%8F%22%7D");
    }
}
