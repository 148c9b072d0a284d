package io.redress.privacy;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the words around a number say that it is. */
final class NumberContext {

    /** How far before a number its name stands. */
    private static final int REACH = 18;

    private static final Pattern CLAUSE = Pattern.compile("[，。；！？,;!?\\r\\n、|]");

    private static final Pattern OTHER = Pattern.compile("单号|單號|订单|訂單|编号|編號|工单|票号|票號|序列号|序號|序号|流水号|条码|條碼"
            + "|商品码|物流号|运单|運單|发票|發票|\\border\\b|\\btracking\\b|\\binvoice\\b|\\bticket\\b|\\bserial\\b"
            + "|\\bparcel\\b|\\bbarcode\\b|\\bean\\b|\\bsku\\b|\\bimei\\b|\\bs/n\\b|order_?no|\\bref\\b");

    private static final Pattern CARD = Pattern.compile("卡|账号|帳號|賬號|账户|帳戶|賬戶|\\bcard|\\bvisa\\b|\\baccount\\b");
    private static final Pattern PHONE = Pattern.compile("电话|電話|手机|手機|联系|聯繫|致电|phone|\\btel\\b|mobile|\\bcall");
    private static final Pattern ID = Pattern.compile("身份证|身分證|身份證|证件|證件|\\bid\\b");

    private final String before;
    private final String text;
    private final int start;
    private final int end;

    NumberContext(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
        String clause = text.substring(Math.max(0, start - REACH), start).toLowerCase(Locale.ROOT);
        var parts = CLAUSE.split(clause, -1);
        this.before = parts[parts.length - 1];
    }

    boolean nameACard() {
        return CARD.matcher(before).find();
    }

    /** An order's, a parcel's or an article's number, or an amount. */
    boolean nameSomethingElse() {
        return isAmount()
                || OTHER.matcher(before).find()
                        && !nameACard()
                        && !PHONE.matcher(before).find()
                        && !ID.matcher(before).find();
    }

    private boolean isAmount() {
        char left = start == 0 ? ' ' : text.charAt(start - 1);
        char right = end == text.length() ? ' ' : text.charAt(end);
        boolean fraction = right == '.' && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
        boolean rest = left == '.' && start > 1 && Character.isDigit(text.charAt(start - 2));
        return fraction || rest || "¥￥$€£".indexOf(left) >= 0 || "元块円%".indexOf(right) >= 0;
    }
}
