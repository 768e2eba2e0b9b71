<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>wemo::pages::queue::QueueDesk</name>
    <message numerus="yes">
        <source>%n job(s) will run again</source>
        <translation>
            <numerusform>%n job will run again</numerusform>
            <numerusform>%n jobs will run again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) promoted</source>
        <translation>
            <numerusform>%n job promoted</numerusform>
            <numerusform>%n jobs promoted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) removed</source>
        <translation>
            <numerusform>%n job removed</numerusform>
            <numerusform>%n jobs removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) changed</source>
        <translation>
            <numerusform>%n job changed</numerusform>
            <numerusform>%n jobs changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) as before</source>
        <translation>
            <numerusform>%n job as before</numerusform>
            <numerusform>%n jobs as before</numerusform>
        </translation>
    </message>
</context>
</TS>
