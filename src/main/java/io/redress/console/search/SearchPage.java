package io.redress.console.search;

import io.redress.api.InvalidParameterException;
import io.redress.api.Page;
import io.redress.api.PageFilter;
import io.redress.api.search.SearchPages;
import io.redress.console.ConsoleModel;
import io.redress.desk.DeskCategories;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.search.SearchEntry;
import io.redress.search.SearchKind;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the search box of each page finds. What was typed, often a phone, comes in the body: addresses end up in the histories of
 * browsers and the logs of proxies.
 */
@Controller
@RequiresPermission(value = Permission.TICKETS_READ, scoped = true)
@RequestMapping(SearchPage.PATH)
class SearchPage {

    static final String PATH = "/console/search";

    private final SearchPages search;
    private final DeskCategories categories;

    SearchPage(SearchPages search, DeskCategories categories) {
        this.search = search;
        this.categories = categories;
    }

    @GetMapping
    String blank(Model page) {
        page.addAttribute("q", "");
        return "console/search";
    }

    @PostMapping
    String find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            Principal reader,
            HttpServletRequest request,
            Model page) {
        String typed = q.strip();
        page.addAttribute("q", typed);
        Page<SearchEntry> found;
        try {
            found = search.page(typed, new PageFilter(null, cursor), reader);
        } catch (InvalidParameterException e) {
            page.addAttribute("problem", typed.length() < 2 ? "search.short" : "search.long");
            return "console/search";
        }
        SearchEntry first = found.items().isEmpty() ? null : found.items().get(0);
        if (first != null
                && first.kind() == SearchKind.TICKET
                && first.matched().equals("number")) {
            return "redirect:/console/tickets/" + first.number();
        }
        var language = ConsoleModel.language(request).customers();
        page.addAttribute(
                "rows",
                found.items().stream()
                        .map(entry -> SearchRow.of(
                                entry, entry.category() == null ? "" : categories.title(entry.category(), language)))
                        .toList());
        page.addAttribute("next", found.next() == null ? "" : found.next());
        return "console/search";
    }
}
