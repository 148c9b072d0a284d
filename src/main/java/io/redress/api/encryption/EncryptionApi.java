package io.redress.api.encryption;

import io.redress.api.ApiProblem;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Encryption at rest: its keys, and the rewriting of what an older one encrypted. */
@RestController
@RequiresPermission(Permission.ENCRYPTION_ROTATE)
@RequestMapping("/api/encryption")
@Tag(name = "Encryption", description = "Keys by which the hub's data are encrypted at rest")
class EncryptionApi {

    private static final Logger LOG = LoggerFactory.getLogger(EncryptionApi.class);

    private final KeyRotation rotation;

    EncryptionApi(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @GetMapping
    @Operation(
            summary = "Get the state of encryption",
            description = "Which keys are needed, and how far a rotation is.")
    RotationState get() {
        return rotation.state();
    }

    @PostMapping("/rotate")
    @Operation(
            summary = "Store everything with the current key",
            description = "Begins to rewrite what an older key encrypted or what is plain, beside the hub's work. Ask"
                    + " GET /api/encryption for its end.")
    ResponseEntity<Object> rotate(@Nullable Principal operator) {
        if (!rotation.isPossible()) {
            throw ApiProblem.conflict(
                    "This hub has no key file",
                    "Name one by redress.encryption.key-file and restart: docs/encryption.md");
        }
        LOG.info("{} rotates the encryption", CurrentActor.name(operator));
        rotation.start();
        return ResponseEntity.accepted().body(rotation.state());
    }
}
