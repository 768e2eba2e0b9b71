#pragma once
#include "ui/pages/campaigns/price_raise.h"
#include "ui/pages/campaigns/sheet_model.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace wemo::pages::campaigns {

/// The sheet as one edits it: type to edit, Enter goes down, Tab to the right, ranges are copied and pasted as a
/// spreadsheet program does (TSV), Delete empties, Ctrl+D fills down, Ctrl+Z and Ctrl+Y. Ctrl+Tab leaves it. The plan's
/// column stands still.
class SheetView final : public QTableView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetView)

public:
    explicit SheetView(SheetModel &model, QWidget *parent = nullptr);

    /// Rows whose plan fits; with `onlyChanged` those that change, and of the columns too.
    void filter(const QString &search, bool onlyChanged);
    qint64 shownRows() const;
    void copy() const;
    void paste();
    void clearCells();
    void fillDown();
    /// The selected cells that hold an amount.
    qint64 raisable() const;
    /// How many cells are others now; the rest of the selection holds no amount.
    qint64 raise(const PriceRaise &raise);

Q_SIGNALS:
    void selectionMoved();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    bool takes(const QKeyEvent &event) const;
    void moveBy(int rows, int columns);
    QList<int> rowsFrom(int row) const;
    QList<int> columnsFrom(int column) const;
    QModelIndexList selectedCells() const;
    void reapply();

    SheetModel &m_model;
    QString m_search;
    bool m_onlyChanged = false;
};

/// A cell: what is new in bold beside what was, struck out; a corner where it changed, "!" where it is wrong.
class SheetDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
};

} // namespace wemo::pages::campaigns
