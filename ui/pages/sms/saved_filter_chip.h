#pragma once
#include "ui/pages/sms/saved_filters.h"

#include <QObject>

#include <functional>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;
class QWidget;

namespace wemo::pages::sms {

/// The chip that applies a saved filter, and the row in which one is named: saving and renaming happen in place.
class SavedFilterChip final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SavedFilterChip)

public:
    SavedFilterChip(SavedFilters &filters, QWidget *parent);
    QToolButton *chip() const { return m_chip; }
    QWidget *nameRow() const { return m_row; }
    /// What is filtered by now, as a place; empty for everything.
    void setCurrent(const QString &query);
    void askToSave();
    /// False when nothing was being named.
    bool cancelNaming();
    void retranslate();

Q_SIGNALS:
    void applied(const QString &query);
    void noticed(const QString &text);
    void undoOffered(const QString &text, const std::function<void()> &undo);
    void listChanged();

private:
    void buildRow(QWidget *parent);
    void refill();
    void ask(const QString &name, bool rename);
    void onNamed();
    void accept();
    void remove(const SavedFilter &filter);

    SavedFilters &m_filters;
    QString m_current;
    QString m_renamed; ///< the filter being renamed; empty: a new one is being named
    QToolButton *m_chip;
    QMenu *m_menu;
    QWidget *m_row = nullptr;
    QLabel *m_label = nullptr;
    QLineEdit *m_name = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace wemo::pages::sms
