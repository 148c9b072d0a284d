package io.redress.api.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.api.OpsHub;
import org.junit.jupiter.api.Test;

class EncryptionApiTest extends OpsHub {

    @Test
    void a_hub_without_a_key_file_needs_no_key_and_rotates_nothing() throws Exception {
        assertThat(read(get("/api/encryption")).path("needed")).isEmpty();
        var refused = post("/api/encryption/rotate");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("redress.encryption.key-file");
    }

    @Test
    void nobody_rotates_without_a_key_of_the_api() {
        assertThat(send(request("/api/encryption")).statusCode()).isEqualTo(401);
    }
}
