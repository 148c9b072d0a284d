package io.redress.console.audit;

import io.redress.api.Page;
import io.redress.api.PageFilter;
import io.redress.api.ParameterValue;
import io.redress.api.audit.AuditFilter;
import io.redress.api.audit.AuditView;
import io.redress.api.audit.AuditedEntries;
import io.redress.audit.AuditActs;
import io.redress.audit.AuditOutcome;
import io.redress.console.Choice;
import io.redress.console.ConsoleModel;
import io.redress.console.ConsoleTexts;
import io.redress.console.PageAddress;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.ticket.KeyedEnum;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** The audit log for auditors; what is asked for stays in the address. */
@Controller
@RequestMapping(AuditPage.PATH)
@RequiresPermission(Permission.AUDIT_READ)
class AuditPage {

    static final String PATH = "/console/audit";

    private static final List<String> ACTS = Stream.concat(
                    Arrays.stream(Permission.values()).map(Permission::key),
                    Stream.of(
                            AuditActs.SIGN_IN,
                            AuditActs.SIGN_OUT,
                            AuditActs.ACCOUNT,
                            AuditActs.WRONG_KEY,
                            AuditActs.BROKER_LOGIN,
                            AuditActs.OWN_TICKETS,
                            AuditActs.REMOVAL))
            .toList();

    private final AuditedEntries entries;

    AuditPage(AuditedEntries entries) {
        this.entries = entries;
    }

    @GetMapping(produces = "text/html;charset=UTF-8")
    String list(
            @ModelAttribute("filter") AuditFilter filter, PageFilter paging, HttpServletRequest request, Model page) {
        Page<AuditView> found = entries.page(filter, paging);
        var texts = ConsoleTexts.in(ConsoleModel.language(request));
        page.addAttribute("entries", found.items());
        page.addAttribute("acts", Choice.of(ACTS, act -> act, ParameterValue.text(filter.act())));
        page.addAttribute(
                "outcomes",
                Choice.of(
                        KeyedEnum.keys(AuditOutcome.class),
                        outcome -> texts.word("outcome", outcome),
                        ParameterValue.text(filter.outcome())));
        page.addAttribute("next", found.next() == null ? "" : address(PATH, filter, found.next()));
        page.addAttribute("export", address(PATH + "/export", filter, null));
        return "console/audit";
    }

    @GetMapping("/export")
    void export(AuditFilter filter, HttpServletResponse answer) throws IOException {
        entries.export(filter, answer);
    }

    private static String address(String path, AuditFilter filter, @Nullable String cursor) {
        return new PageAddress(path)
                .with("actor", filter.actor())
                .with("act", filter.act())
                .with("outcome", filter.outcome())
                .with("address", filter.address())
                .with("ticket", filter.ticket())
                .with("id", filter.id())
                .with("about", filter.about())
                .with("from", filter.from())
                .with("to", filter.to())
                .with("cursor", cursor)
                .toString();
    }
}
