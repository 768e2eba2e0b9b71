#pragma once
#include "ui/pages/pricing/config_field.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace wemo::pages::pricing {

/// One component of a draft as a part of the form: its title, its fields or rows, what may be added or taken away.
/// It shows and tells; the form holds the draft.
class ConfigSection final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfigSection)

public:
    static constexpr int mostRowsShown = 100;
    /// Of many rows only the first are shown, unless `whole`: a matrix of all zones has thousands.
    ConfigSection(const ConfigDraft &draft, int component, const CatalogNames &names, bool whole,
                  QWidget *parent = nullptr);
    /// New texts for the same shape.
    void follow(const ConfigDraft &draft);
    /// Places what it has a place for; the rest of its component stands under its title.
    void showErrors(const QList<FieldError> &errors);
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void edited(int component, int row, const wemo::pages::pricing::FieldSpec &field, const QString &text);
    void holidaysEdited(int component, const QString &text);
    void removeRequested(int component);
    void addRowRequested(int component);
    void showAllRequested(int component);
    void removeRowRequested(int component, int row);
    void undoRequested();
    void redoRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Entry {
        ConfigField *field;
        const FieldSpec *spec;
        int row;
        QString path;
    };
    void addHeader(QVBoxLayout *column);
    void addFields(QGridLayout *grid, const ConfigDraft &draft, int row, const CatalogNames &names);
    void addRest(QVBoxLayout *column, int rows);
    void addHolidays(QVBoxLayout *column);
    QPushButton *makeRemoveRow(int row);

    int m_component;
    QString m_word;
    const ComponentSpec *m_spec;
    QLabel *m_error;
    QPushButton *m_remove;
    QPushButton *m_addRow = nullptr;
    QPlainTextEdit *m_holidays = nullptr;
    QLabel *m_holidaysError = nullptr;
    QList<QPushButton *> m_removeRows;
    QList<Entry> m_entries;
};

} // namespace wemo::pages::pricing
