package io.redress.delivery;

/** A target that is there or is not, and does nothing else wrong. */
abstract class SwitchedTarget implements FaultyTarget {

    private boolean away;

    abstract void goAway() throws Exception;

    abstract void comeBack() throws Exception;

    @Override
    public final synchronized void fail(TargetFault fault, int times) {
        boolean next = fault == TargetFault.AWAY && times > 0;
        try {
            if (next && !away) {
                goAway();
            } else if (!next && away) {
                comeBack();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        away = next;
    }

    @Override
    public final int calls() {
        return 0;
    }
}
