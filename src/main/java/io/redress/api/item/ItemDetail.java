package io.redress.api.item;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.redress.ledger.item.ItemSummary;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/** An item with what its channel knew of it. */
record ItemDetail(
        @JsonUnwrapped ItemSummary item,

        @Schema(description = "What the channel's file says or the transport knew: mapping, file, line …")
        Map<String, String> attributes,

        @Schema(description = "Where the untouched bytes are", example = "/api/items/0197…/original")
        String original) {}
