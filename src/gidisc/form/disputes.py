"""The table of section 四, 政府信息公开行政复议、行政诉讼情况: cases and how they ended."""

from gidisc.form.elements import Column, Group, Head, Row, Table

RESULTS = Head(
    id="results",
    corner="案件",
    columns=(
        Column(id="upheld", label="结果维持"),
        Column(id="corrected", label="结果纠正"),
        Column(id="other", label="其他结果"),
        Column(id="pending", label="尚未审结"),
        Column(id="total", label="总计", wordings=("合计", "小计")),
    ),
)

DISPUTES = Table(
    id="disputes",
    section=4,
    head=RESULTS,
    members=(
        Row(id="reconsideration", label="行政复议", path="行政复议"),
        Group(
            id="litigation",
            label="行政诉讼",
            path="行政诉讼",
            members=(
                Row(id="litigation_direct", label="未经复议直接起诉", path="行政诉讼·未经复议直接起诉"),
                Row(id="litigation_after_reconsideration", label="复议后起诉", path="行政诉讼·复议后起诉"),
            ),
        ),
    ),
)

PRINTED_RESULTS = RESULTS.columns * len(list(DISPUTES.rows()))
"""The columns of the one row that is printed of the table: the results of each kind of case, side by side."""
