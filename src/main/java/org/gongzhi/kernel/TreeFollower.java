package org.gongzhi.kernel;

/**
 * A module with more to do than columns to give new codes to (those stand in {@code tree_column}): asked in the transaction of the change, before and after
 * rows get their new codes, and likewise when the change is taken back. The temporary table {@code tree_moved (demand_id)} lists the demands that move; their
 * rows are held.
 */
public interface TreeFollower {

    void before(TreeChange change);

    void after(TreeChange change);
}
