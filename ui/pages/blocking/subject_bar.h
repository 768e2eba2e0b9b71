#pragma once
#include "ui/pages/blocking/blocking_source.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace wemo::ui {
class SearchField;
} // namespace wemo::ui

namespace wemo::pages::blocking {

/// Where one writes whom one asks about, as anyone writes it; the kind is guessed, and may be chosen.
class SubjectBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SubjectBar)

public:
    explicit SubjectBar(QWidget *parent = nullptr);
    /// The kind as it is chosen, else as it is guessed.
    SubjectQuery query() const;
    void setQuery(const QString &kind, const QString &value);
    void focusField();

Q_SIGNALS:
    void asked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showGuess();
    void retranslate();

    QComboBox *m_kind;
    ui::SearchField *m_field;
    QPushButton *m_ask;
    QLabel *m_guess;
};

} // namespace wemo::pages::blocking
