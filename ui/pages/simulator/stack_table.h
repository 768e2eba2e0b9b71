#pragma once
#include "ui/pages/simulator/stack_model.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace wemo::pages::simulator {

/// The stack as it is read to a rider: two lines a step, what is due in bold at the end, differences tinted and marked.
class StackTable final : public QTableView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StackTable)

public:
    explicit StackTable(QWidget *parent = nullptr);
    StackModel &stack() { return m_model; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    StackModel m_model;
};

class StackDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StackDelegate)

public:
    explicit StackDelegate(QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace wemo::pages::simulator
