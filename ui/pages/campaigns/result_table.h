#pragma once
#include "ui/widgets/list_table.h"

class QStandardItemModel;

namespace wemo::pages::campaigns {

/// A short table of results, as high as its rows: texts at the left, figures at the right.
class ResultTable final : public ui::ListTable {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResultTable)

public:
    explicit ResultTable(const QString &objectName, QWidget *parent = nullptr);
    /// `figures`: from this column on they are figures. The columns share what width there is, those of texts more.
    void setRows(const QStringList &header, const QList<QStringList> &rows, int figures);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int naturalWidth(int column) const;
    void share();
    QStandardItemModel *m_rows;
    int m_figures = 0;
};

} // namespace wemo::pages::campaigns
