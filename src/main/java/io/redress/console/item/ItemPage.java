package io.redress.console.item;

import io.redress.api.ApiProblem;
import io.redress.api.DownloadMemory;
import io.redress.api.NotFoundException;
import io.redress.api.ParameterValue;
import io.redress.api.item.Replay;
import io.redress.handoff.Originals;
import io.redress.intake.RawMessage;
import io.redress.ledger.item.ItemQueries;
import io.redress.ledger.item.ItemSummary;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One arrival: what became of it and why, and its original as text that no browser takes for anything else. */
@Controller
@RequestMapping("/console/items/{id}")
@RequiresPermission(Permission.ITEMS_READ)
class ItemPage {

    private static final Logger LOG = LoggerFactory.getLogger(ItemPage.class);

    private final ItemQueries items;
    private final Originals originals;
    private final DownloadMemory memory;
    private final Replay replay;

    ItemPage(ItemQueries items, Originals originals, DownloadMemory memory, Replay replay) {
        this.items = items;
        this.originals = originals;
        this.memory = memory;
        this.replay = replay;
    }

    @GetMapping(produces = "text/html;charset=UTF-8")
    String show(@PathVariable String id, Principal reader, Model page) {
        UUID item = ParameterValue.uuid("id", id);
        ItemSummary found = items.find(item).orElseThrow(() -> unknown(item));
        var raw = items.raw(item);
        LOG.info("{} read the original of item {}", reader.getName(), item);
        page.addAttribute("item", found);
        page.addAttribute("attributes", raw.map(RawMessage::attributes).orElse(Map.of()));
        page.addAttribute("kept", raw.isPresent());
        page.addAttribute(
                "original",
                raw.filter(one -> one.original().size() <= OriginalText.BIGGEST)
                        .map(one -> OriginalText.of(originals.bytes(one.original())))
                        .orElse(""));
        return "console/item";
    }

    @GetMapping("/original")
    void download(@PathVariable String id, Principal reader, HttpServletResponse answer) throws IOException {
        UUID item = ParameterValue.uuid("id", id);
        RawMessage raw = items.raw(item).orElseThrow(() -> unknown(item));
        LOG.info("{} read the original of item {}", reader.getName(), item);
        memory.send(answer, item + ".original", raw.original().size(), () -> originals.bytes(raw.original()));
    }

    @PostMapping("/replay")
    @RequiresPermission(Permission.OPERATIONS_WRITE)
    ModelAndView replay(@PathVariable String id, Principal operator) {
        UUID item = ParameterValue.uuid("id", id);
        LOG.info("{} replays item {}", operator.getName(), item);
        switch (replay.replay(item)) {
            case UNKNOWN -> throw unknown(item);
            case STILL_ON_ITS_WAY ->
                throw ApiProblem.conflict("Item " + item + " has not ended yet", "Wait for it to end.");
            case PART_OF_ANOTHER ->
                throw ApiProblem.conflict(
                        "Item " + item + " is one of several messages of one conversation",
                        "Replay the item that opened their ticket.");
            case HANDED_OFF, TRIED_AGAIN -> {
                var page = new ModelAndView("redirect:/console/items/" + item);
                page.setStatus(HttpStatus.SEE_OTHER);
                return page;
            }
        }
        throw new IllegalStateException("a replay has no other outcome");
    }

    private static NotFoundException unknown(UUID item) {
        return new NotFoundException("The ledger has no item " + item, "Look for it among the arrivals.");
    }
}
