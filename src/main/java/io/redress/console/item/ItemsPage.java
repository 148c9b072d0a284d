package io.redress.console.item;

import io.redress.api.Page;
import io.redress.api.PageFilter;
import io.redress.api.ParameterValue;
import io.redress.api.item.ItemFilter;
import io.redress.console.Choice;
import io.redress.console.ConsoleModel;
import io.redress.console.ConsoleTexts;
import io.redress.console.PageAddress;
import io.redress.intake.ItemState;
import io.redress.ledger.ListPosition;
import io.redress.ledger.item.ItemQueries;
import io.redress.ledger.item.ItemSummary;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.privacy.Masking;
import io.redress.ticket.KeyedEnum;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lists of arrivals, whatever became of them. */
@Controller
@RequiresPermission(Permission.ITEMS_READ)
class ItemsPage {

    static final String PATH = "/console/items";

    private final ItemQueries items;

    ItemsPage(ItemQueries items) {
        this.items = items;
    }

    @GetMapping(path = PATH, produces = "text/html;charset=UTF-8")
    String list(
            @ModelAttribute("filter") ItemFilter filter, PageFilter paging, HttpServletRequest request, Model page) {
        Page<ItemSummary> found = paging.of(
                (after, most) -> items.find(filter.search(), after, most),
                item -> new ListPosition(item.receivedAt(), item.id().toString()));
        var texts = ConsoleTexts.in(ConsoleModel.language(request));
        page.addAttribute("items", found.items().stream().map(ItemsPage::row).toList());
        page.addAttribute(
                "states",
                Choice.of(
                        KeyedEnum.keys(ItemState.class),
                        state -> texts.word("state", state),
                        ParameterValue.text(filter.state())));
        page.addAttribute("next", found.next() == null ? "" : address(filter, found.next()));
        return "console/items";
    }

    /** The reason is read by many, and may quote its sender. */
    private static ItemRow row(ItemSummary item) {
        return new ItemRow(
                item.id().toString(),
                item.receivedAt(),
                item.channel(),
                item.state(),
                item.number(),
                item.ticket() == null ? "" : item.ticket(),
                Masking.all().mask(item.reason()));
    }

    private static String address(ItemFilter filter, String cursor) {
        return new PageAddress(PATH)
                .with("channel", filter.channel())
                .with("state", filter.state())
                .with("ticket", filter.ticket())
                .with("number", filter.number())
                .with("sourceKey", filter.sourceKey())
                .with("from", filter.from())
                .with("to", filter.to())
                .with("cursor", cursor)
                .toString();
    }
}
