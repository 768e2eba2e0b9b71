#pragma once
#include "ui/widgets/status_pill.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace wemo::ui {

/// The table of a list: no grid, rows of one height, the row under the mouse lit, and it tells which rows it shows.
class ListTable : public QTableView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListTable)

public:
    explicit ListTable(QWidget *parent = nullptr);
    void setModel(QAbstractItemModel *model) override;
    bool isAtTop() const;
    int hoveredRow() const { return m_hovered; }

Q_SIGNALS:
    void visibleRangeChanged(int first, int last);
    void atTopChanged(bool atTop);
    void widthChanged(int width);
    /// Enter, or a click on a row.
    void opened(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;

private:
    void report();
    void hover(int row);
    int m_hovered = -1;
    bool m_atTop = true;
};

/// Paints a grey bar where a row is not here yet, a tint where one has just changed, and the cell by its kind.
class RowDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowDelegate)

public:
    enum class Kind { Text, Figure, Monospace, Pill };
    static constexpr int loadedRole = Qt::UserRole + 901; ///< false: the row is not here yet; without the role it is
    static constexpr int freshRole = Qt::UserRole + 902;  ///< it changed within the last seconds, before one's eyes
    RowDelegate(Kind kind, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintSkeleton(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    Kind m_kind;
    StatusPillDelegate m_pill;
    FigureDelegate m_figure;
};

} // namespace wemo::ui
