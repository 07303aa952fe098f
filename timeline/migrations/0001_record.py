
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
import sortedm2m.fields
import timeline.models.statement
import timeline.search.entries
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Office',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(help_text='The word in the address: lower-case Latin letters, digits and hyphens. Never changes once published.', max_length=80, unique=True, verbose_name='key')),
                ('side', models.CharField(choices=[('RU', 'Russia'), ('JP', 'Japan'), ('other', 'other')], help_text='Whose post it is.', max_length=5, verbose_name='side')),
                ('title_en', models.CharField(help_text='Full official title.', max_length=200, verbose_name='title')),
                ('title_ru', models.CharField(help_text='Full official title.', max_length=200, verbose_name='title')),
                ('title_ja', models.CharField(help_text='Full official title.', max_length=200, verbose_name='title')),
                ('order', models.PositiveSmallIntegerField(help_text='Place in lists.', verbose_name='order')),
            ],
            options={
                'verbose_name': 'office',
                'verbose_name_plural': 'offices',
                'ordering': ['order', 'key'],
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(help_text='The word in the address: lower-case Latin letters, digits and hyphens. Never changes once published.', max_length=80, unique=True, verbose_name='key')),
                ('name_en', models.CharField(help_text='As the body is known.', max_length=160, verbose_name='name')),
                ('name_ru', models.CharField(help_text='As the body is known.', max_length=160, verbose_name='name')),
                ('name_ja', models.CharField(help_text='As the body is known.', max_length=160, verbose_name='name')),
                ('country', models.CharField(blank=True, help_text='ISO 3166-1 alpha-2.', max_length=2, verbose_name='country')),
                ('type', models.CharField(help_text='Ministry, newspaper, agency, embassy …', max_length=20, verbose_name='type')),
                ('kind', models.CharField(choices=[('official', 'official'), ('observer', 'observer')], help_text='Observers comment; they do not speak for a state.', max_length=10, verbose_name='kind')),
            ],
            options={
                'verbose_name': 'organisation',
                'verbose_name_plural': 'organisations',
                'ordering': ['name_en', 'key'],
            },
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(help_text='The word in the address: lower-case Latin letters, digits and hyphens. Never changes once published.', max_length=80, unique=True, verbose_name='key')),
                ('name_en', models.CharField(help_text='Given name first in English and Russian, surname first in Japanese.', max_length=120, verbose_name='name')),
                ('name_ru', models.CharField(help_text='Given name first in English and Russian, surname first in Japanese.', max_length=120, verbose_name='name')),
                ('name_ja', models.CharField(help_text='Given name first in English and Russian, surname first in Japanese.', max_length=120, verbose_name='name')),
                ('full_name_ru', models.CharField(blank=True, help_text='With the patronymic.', max_length=160, verbose_name='full Russian name')),
                ('reading_ja', models.CharField(blank=True, help_text='In kana, for search and order.', max_length=160, verbose_name='Japanese reading')),
                ('aliases', models.JSONField(blank=True, default=list, help_text='Other spellings that occur in sources.', verbose_name='aliases')),
                ('country', models.CharField(help_text='ISO 3166-1 alpha-2.', max_length=2, verbose_name='country')),
                ('kind', models.CharField(choices=[('official', 'official'), ('observer', 'observer')], help_text='Observers comment; they are not officials.', max_length=10, verbose_name='kind')),
                ('wikidata', models.CharField(blank=True, help_text='Such as Q58217.', max_length=20, verbose_name='Wikidata number')),
                ('wikidata_url', models.URLField(blank=True, help_text='The page that gives the number.', max_length=500, verbose_name='where the number was seen')),
                ('names_seen', models.JSONField(blank=True, default=list, help_text='Languages in which a source shows the name; the other forms follow the usual transcription.', verbose_name='names seen')),
                ('note', models.TextField(blank=True, help_text='What a reader should know about the name or the person.', verbose_name='note')),
            ],
            options={
                'verbose_name': 'participant',
                'verbose_name_plural': 'participants',
                'ordering': ['name_en', 'key'],
            },
            bases=(timeline.search.entries.Searchable, models.Model),
        ),
        migrations.CreateModel(
            name='Series',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(help_text='The word in the address: lower-case Latin letters, digits and hyphens. Never changes once published.', max_length=80, unique=True, verbose_name='key')),
                ('name_en', models.CharField(help_text='What is counted.', max_length=160, verbose_name='name')),
                ('name_ru', models.CharField(help_text='What is counted.', max_length=160, verbose_name='name')),
                ('name_ja', models.CharField(help_text='What is counted.', max_length=160, verbose_name='name')),
                ('counter', models.CharField(choices=[('both', 'both sides’ count'), ('RU', 'Russia’s count'), ('JP', 'Japan’s count'), ('press', 'press count')], help_text='Whose count it is.', max_length=5, verbose_name='counted by')),
                ('counted_by', models.CharField(help_text='Who prints the numbers.', max_length=160, verbose_name='counted by, in full')),
                ('scope', models.TextField(help_text='Which meetings are counted, and which are not.', verbose_name='scope')),
            ],
            options={
                'verbose_name': 'official count',
                'verbose_name_plural': 'official counts',
                'ordering': ['key'],
            },
        ),
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.CharField(help_text='Of the record with this change in it.', max_length=30, verbose_name='data version')),
                ('at', models.DateTimeField(db_index=True, help_text='When the public saw it first (UTC).', verbose_name='when')),
                ('noun', models.CharField(choices=[('formats', 'format'), ('issues', 'issue'), ('places', 'place'), ('participants', 'participant'), ('organisations', 'organisation'), ('offices', 'office'), ('sources', 'source'), ('series', 'official count'), ('meetings', 'meeting'), ('statements', 'statement')], max_length=20, verbose_name='kind of record')),
                ('key', models.CharField(help_text='Of a statement: its meeting, # and its number.', max_length=90, verbose_name='key')),
                ('kind', models.CharField(choices=[('created', 'created'), ('changed', 'changed'), ('withdrawn', 'withdrawn')], max_length=10, verbose_name='what happened')),
                ('fields', models.JSONField(default=list, help_text='Which fields changed, by their names in the API.', verbose_name='fields')),
            ],
            options={
                'verbose_name': 'change',
                'verbose_name_plural': 'changes',
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['noun', 'key', 'at'], name='changes_of_a_record')],
            },
        ),
        migrations.CreateModel(
            name='DataVersion',
            fields=[
                ('id', models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('number', models.PositiveBigIntegerField(default=0, help_text='Counts the changes.', verbose_name='number')),
                ('moved_at', models.DateTimeField(default=django.utils.timezone.now, help_text='When the published record last changed (UTC).', verbose_name='moved at')),
            ],
            options={
                'verbose_name': 'data version',
                'verbose_name_plural': 'data version',
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='there_is_one_data_version')],
            },
        ),
        migrations.CreateModel(
            name='Format',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(help_text='The word in the address: lower-case Latin letters, digits and hyphens. Never changes once published.', max_length=80, unique=True, verbose_name='key')),
                ('name_en', models.CharField(help_text='Full name of the format.', max_length=160, verbose_name='name')),
                ('name_ru', models.CharField(help_text='Full name of the format.', max_length=160, verbose_name='name')),
                ('name_ja', models.CharField(help_text='Full name of the format.', max_length=160, verbose_name='name')),
                ('short_name_en', models.CharField(help_text='As it stands in lists and on the time axis.', max_length=60, verbose_name='short name')),
                ('short_name_ru', models.CharField(help_text='As it stands in lists and on the time axis.', max_length=60, verbose_name='short name')),
                ('short_name_ja', models.CharField(help_text='As it stands in lists and on the time axis.', max_length=60, verbose_name='short name')),
                ('aliases', models.JSONField(blank=True, default=list, help_text='Other spellings that a query may use, such as 2+2.', verbose_name='aliases')),
                ('rank', models.PositiveSmallIntegerField(help_text='1 leaders, 2 ministers and security councils, 3 first deputies, 4 deputies, 5 other.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='level')),
                ('order', models.PositiveSmallIntegerField(help_text='Place in lists and lane on the time axis.', verbose_name='order')),
                ('description_en', models.TextField(help_text='What the format is, in our own words.', verbose_name='description')),
                ('description_ru', models.TextField(help_text='What the format is, in our own words.', verbose_name='description')),
                ('description_ja', models.TextField(help_text='What the format is, in our own words.', verbose_name='description')),
            ],
            options={
                'verbose_name': 'format',
                'verbose_name_plural': 'formats',
                'ordering': ['order', 'key'],
                'constraints': [models.CheckConstraint(condition=models.Q(('rank__range', (1, 5))), name='format_rank_is_one_to_five', violation_error_message='The level of a format lies between 1 and 5.')],
            },
        ),
        migrations.CreateModel(
            name='FormerKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('noun', models.CharField(choices=[('formats', 'format'), ('issues', 'issue'), ('places', 'place'), ('participants', 'participant'), ('organisations', 'organisation'), ('offices', 'office'), ('sources', 'source'), ('series', 'official count'), ('meetings', 'meeting')], max_length=20, verbose_name='kind of record')),
                ('key', models.SlugField(help_text='As it stood in the address.', max_length=80, verbose_name='former key')),
                ('kind', models.CharField(choices=[('renamed', 'renamed'), ('withdrawn', 'withdrawn')], help_text='Renamed: readers are led on. Withdrawn: told why.', max_length=10, verbose_name='what happened')),
                ('successor', models.SlugField(blank=True, help_text='The key of the record that stands for it now, if any.', max_length=80, verbose_name='successor')),
                ('reason_en', models.TextField(blank=True, help_text='Why it was withdrawn, as readers are told.', verbose_name='reason')),
                ('reason_ru', models.TextField(blank=True, help_text='Why it was withdrawn, as readers are told.', verbose_name='reason')),
                ('reason_ja', models.TextField(blank=True, help_text='Why it was withdrawn, as readers are told.', verbose_name='reason')),
            ],
            options={
                'verbose_name': 'former key',
                'verbose_name_plural': 'former keys',
                'ordering': ['noun', 'key'],
                'constraints': [models.UniqueConstraint(fields=('noun', 'key'), name='key_was_given_up_once', violation_error_message='This key is listed already.'), models.CheckConstraint(condition=models.Q(('kind', 'renamed'), ('successor', ''), _negated=True), name='renamed_key_has_a_successor', violation_error_message='Say which key it has now.'), models.CheckConstraint(condition=models.Q(('successor', models.F('key')), _negated=True), name='key_does_not_succeed_itself', violation_error_message='A key cannot succeed itself.')],
            },
        ),
        migrations.CreateModel(
            name='Issue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(help_text='The word in the address: lower-case Latin letters, digits and hyphens. Never changes once published.', max_length=80, unique=True, verbose_name='key')),
                ('name_en', models.CharField(help_text="With both sides' names where they differ.", max_length=160, verbose_name='name')),
                ('name_ru', models.CharField(help_text="With both sides' names where they differ.", max_length=160, verbose_name='name')),
                ('name_ja', models.CharField(help_text="With both sides' names where they differ.", max_length=160, verbose_name='name')),
                ('description_en', models.TextField(help_text='What it is, with both positions where disputed, in our own words.', verbose_name='description')),
                ('description_ru', models.TextField(help_text='What it is, with both positions where disputed, in our own words.', verbose_name='description')),
                ('description_ja', models.TextField(help_text='What it is, with both positions where disputed, in our own words.', verbose_name='description')),
                ('order', models.PositiveSmallIntegerField(help_text='Place in lists.', verbose_name='order')),
                ('parent', models.ForeignKey(blank=True, help_text='The wider issue, if it belongs to one.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='timeline.issue', verbose_name='part of')),
            ],
            options={
                'verbose_name': 'issue',
                'verbose_name_plural': 'issues',
                'ordering': ['order', 'key'],
            },
            bases=(timeline.search.entries.Searchable, models.Model),
        ),
        migrations.CreateModel(
            name='LoadedRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('model', models.CharField(help_text='Such as timeline.meeting.', max_length=40, verbose_name='model')),
                ('natural_key', models.CharField(help_text='The parts of the key as JSON.', max_length=250, verbose_name='natural key')),
                ('digest', models.CharField(help_text="SHA-256 of the row's fields.", max_length=64, verbose_name='digest')),
            ],
            options={
                'verbose_name': 'loaded row',
                'verbose_name_plural': 'loaded rows',
                'constraints': [models.UniqueConstraint(fields=('model', 'natural_key'), name='row_is_remembered_once')],
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(help_text='The word in the address: lower-case Latin letters, digits and hyphens. Never changes once published.', max_length=80, unique=True, verbose_name='key')),
                ('title_en', models.CharField(help_text='Who met and where, such as “Lavrov–Kishida talks, Bonn”.', max_length=160, verbose_name='title')),
                ('title_ru', models.CharField(help_text='Who met and where, such as “Lavrov–Kishida talks, Bonn”.', max_length=160, verbose_name='title')),
                ('title_ja', models.CharField(help_text='Who met and where, such as “Lavrov–Kishida talks, Bonn”.', max_length=160, verbose_name='title')),
                ('start', models.DateField(help_text='Local date at the venue; for a date known to the month or year, the first day of that period.', verbose_name='first day')),
                ('end', models.DateField(help_text='Local date at the venue; for a date known to the month or year, the last day of that period.', verbose_name='last day')),
                ('precision', models.CharField(choices=[('day', 'day'), ('month', 'month'), ('year', 'year')], default='day', help_text='Month or year: no day is known, and none is shown.', max_length=5, verbose_name='date known to')),
                ('status', models.CharField(choices=[('held', 'held'), ('planned', 'planned'), ('postponed', 'postponed'), ('cancelled', 'cancelled')], default='held', help_text='What became of the meeting.', max_length=10, verbose_name='status')),
                ('venue', models.CharField(blank=True, help_text='House or hall, if a source names it.', max_length=160, verbose_name='venue')),
                ('occasion_en', models.CharField(blank=True, help_text='The event beside which the sides met, such as a G20 summit.', max_length=160, verbose_name='occasion')),
                ('occasion_ru', models.CharField(blank=True, help_text='The event beside which the sides met, such as a G20 summit.', max_length=160, verbose_name='occasion')),
                ('occasion_ja', models.CharField(blank=True, help_text='The event beside which the sides met, such as a G20 summit.', max_length=160, verbose_name='occasion')),
                ('duration_minutes', models.PositiveSmallIntegerField(blank=True, help_text='Only if a source gives it.', null=True, verbose_name='length in minutes')),
                ('summary_en', models.TextField(help_text='What the meeting was and what came out of it, in our own words.', verbose_name='summary')),
                ('summary_ru', models.TextField(blank=True, help_text='What the meeting was and what came out of it, in our own words.', verbose_name='summary')),
                ('summary_ja', models.TextField(blank=True, help_text='What the meeting was and what came out of it, in our own words.', verbose_name='summary')),
                ('numbers_note', models.TextField(blank=True, help_text='Other counts that a source gives.', verbose_name='note on numbers')),
                ('confidence', models.CharField(choices=[('high', 'high'), ('medium', 'medium'), ('low', 'low')], help_text='High: an official source or two independent ones. Medium: one good source. Low: less.', max_length=6, verbose_name='confidence')),
                ('discrepancies', models.TextField(blank=True, help_text='What sources disagree about, which was taken and why.', verbose_name='where sources differ')),
                ('state', models.CharField(choices=[('draft', 'draft'), ('review', 'in review'), ('published', 'published'), ('withdrawn', 'withdrawn')], default='draft', help_text='Only published meetings are public.', max_length=10, verbose_name='state')),
                ('content_updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, help_text='When readers last saw a change (UTC).', verbose_name='content changed')),
                ('format', models.ForeignKey(help_text='The kind of meeting.', on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='timeline.format', verbose_name='format')),
                ('issues', sortedm2m.fields.SortedManyToManyField(help_text='What was talked about, the main issue first.', related_name='meetings', to='timeline.issue', verbose_name='issues')),
            ],
            options={
                'verbose_name': 'meeting',
                'verbose_name_plural': 'meetings',
                'ordering': ['start', 'key'],
            },
            bases=(timeline.search.entries.Searchable, models.Model),
        ),
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.CharField(choices=[('RU', 'Russia'), ('JP', 'Japan')], help_text='The delegation.', max_length=2, verbose_name='side')),
                ('capacity_en', models.CharField(help_text='As held at the meeting.', max_length=200, verbose_name='office that day')),
                ('capacity_ru', models.CharField(blank=True, help_text='As held at the meeting.', max_length=200, verbose_name='office that day')),
                ('capacity_ja', models.CharField(blank=True, help_text='As held at the meeting.', max_length=200, verbose_name='office that day')),
                ('lead', models.BooleanField(default=False, help_text='Heads the delegation, alone or with others.', verbose_name='leads')),
                ('order', models.PositiveSmallIntegerField(default=0, help_text='Place in the delegation.', verbose_name='order')),
                ('meeting', models.ForeignKey(help_text='The meeting.', on_delete=django.db.models.deletion.CASCADE, related_name='attendances', to='timeline.meeting', verbose_name='meeting')),
                ('participant', models.ForeignKey(help_text='Who sat at the table.', on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='timeline.participant', verbose_name='participant')),
            ],
            options={
                'verbose_name': 'participant at the meeting',
                'verbose_name_plural': 'participants at the meeting',
                'ordering': ['meeting', 'order', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(help_text='The word in the address: lower-case Latin letters, digits and hyphens. Never changes once published.', max_length=80, unique=True, verbose_name='key')),
                ('name_en', models.CharField(help_text='Usual name; both names where disputed.', max_length=120, verbose_name='name')),
                ('name_ru', models.CharField(help_text='Usual name; both names where disputed.', max_length=120, verbose_name='name')),
                ('name_ja', models.CharField(help_text='Usual name; both names where disputed.', max_length=120, verbose_name='name')),
                ('country', models.CharField(blank=True, help_text='ISO 3166-1 alpha-2; empty where sovereignty is disputed.', max_length=2, verbose_name='country')),
                ('latitude', models.DecimalField(decimal_places=2, help_text='Degrees north, WGS 84, of the city centre.', max_digits=5, validators=[django.core.validators.MinValueValidator(-90), django.core.validators.MaxValueValidator(90)], verbose_name='latitude')),
                ('longitude', models.DecimalField(decimal_places=2, help_text='Degrees east, WGS 84, of the city centre.', max_digits=5, validators=[django.core.validators.MinValueValidator(-180), django.core.validators.MaxValueValidator(180)], verbose_name='longitude')),
                ('time_zone', models.CharField(help_text='IANA name, such as Asia/Tokyo.', max_length=40, verbose_name='time zone')),
                ('aliases', models.JSONField(blank=True, default=list, help_text='Other spellings, for search.', verbose_name='aliases')),
                ('note', models.TextField(blank=True, help_text='What a reader should know about the place.', verbose_name='note')),
            ],
            options={
                'verbose_name': 'place',
                'verbose_name_plural': 'places',
                'ordering': ['name_en', 'key'],
                'constraints': [models.CheckConstraint(condition=models.Q(('latitude__range', (-90, 90)), ('longitude__range', (-180, 180))), name='place_lies_on_earth', violation_error_message='Latitude lies between -90 and 90, longitude between -180 and 180.')],
            },
            bases=(timeline.search.entries.Searchable, models.Model),
        ),
        migrations.AddField(
            model_name='meeting',
            name='place',
            field=models.ForeignKey(blank=True, help_text='Empty for calls and where no city is known.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='timeline.place', verbose_name='place'),
        ),
        migrations.CreateModel(
            name='SeenRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('noun', models.CharField(choices=[('formats', 'format'), ('issues', 'issue'), ('places', 'place'), ('participants', 'participant'), ('organisations', 'organisation'), ('offices', 'office'), ('sources', 'source'), ('series', 'official count'), ('meetings', 'meeting'), ('statements', 'statement')], max_length=20, verbose_name='kind of record')),
                ('key', models.CharField(max_length=90, verbose_name='key')),
                ('meeting', models.CharField(db_index=True, help_text='To which it belongs, by key.', max_length=80, verbose_name='meeting')),
                ('digests', models.JSONField(help_text='The digest of each field.', verbose_name='digests')),
                ('names', models.JSONField(help_text='Other records that it names: pairs of kind and key.', verbose_name='names')),
            ],
            options={
                'verbose_name': 'seen record',
                'verbose_name_plural': 'seen records',
                'constraints': [models.UniqueConstraint(fields=('noun', 'key'), name='record_is_seen_once')],
            },
        ),
        migrations.CreateModel(
            name='Number',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(help_text='As counted by that side.', verbose_name='number')),
                ('session', models.PositiveSmallIntegerField(blank=True, help_text='Only where one round met more than once.', null=True, verbose_name='session')),
                ('derived', models.BooleanField(default=False, help_text='Counted by us between printed numbers.', verbose_name='derived')),
                ('meeting', models.ForeignKey(help_text='The meeting.', on_delete=django.db.models.deletion.CASCADE, related_name='numbers', to='timeline.meeting', verbose_name='meeting')),
                ('series', models.ForeignKey(help_text='Whose count.', on_delete=django.db.models.deletion.PROTECT, related_name='numbers', to='timeline.series', verbose_name='official count')),
            ],
            options={
                'verbose_name': 'official number',
                'verbose_name_plural': 'official numbers',
                'ordering': ['series', 'number', models.OrderBy(models.F('session'), nulls_first=True)],
            },
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(help_text='The word in the address: lower-case Latin letters, digits and hyphens. Never changes once published.', max_length=80, unique=True, verbose_name='key')),
                ('publisher', models.CharField(help_text='Who put it where it was read.', max_length=160, verbose_name='publisher')),
                ('original_publisher', models.CharField(blank=True, help_text='Whose text it is, if it is a copy.', max_length=160, verbose_name='original publisher')),
                ('title', models.CharField(help_text='In its own language, as printed.', max_length=300, verbose_name='title')),
                ('title_supplied', models.BooleanField(default=False, help_text="The title is ours, because the page's own is not known.", verbose_name='title supplied')),
                ('url', models.URLField(blank=True, help_text='Where it was read; or name the document.', max_length=500, verbose_name='address')),
                ('archived_url', models.URLField(blank=True, help_text='A lasting copy, if one is known.', max_length=500, verbose_name='archived copy')),
                ('document', models.CharField(blank=True, help_text='The file of an article without an address.', max_length=160, verbose_name='document')),
                ('language', models.CharField(help_text='BCP 47, such as ja.', max_length=10, verbose_name='language')),
                ('published', models.DateField(blank=True, help_text='Empty if no date is printed.', null=True, verbose_name='published')),
                ('side', models.CharField(choices=[('RU', 'Russia'), ('JP', 'Japan'), ('third', 'third party')], help_text='The state whose text it is (copies too); all else, the press included, is third party.', max_length=5, verbose_name='side')),
                ('kind', models.CharField(choices=[('official-readout', 'official read-out'), ('official-other', 'official, other'), ('news', 'news'), ('analysis', 'analysis'), ('repost', 'copy of another’s text')], help_text='A read-out is an official account of the meeting itself.', max_length=20, verbose_name='kind')),
                ('note', models.TextField(blank=True, help_text='What a reader should know about this source.', verbose_name='note')),
            ],
            options={
                'verbose_name': 'source',
                'verbose_name_plural': 'sources',
                'ordering': ['key'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('url', ''), models.Q(('document', ''), _negated=True)), models.Q(models.Q(('url', ''), _negated=True), ('document', '')), _connector='OR'), name='source_has_an_address_or_a_document', violation_error_message='A source has either an address or a document.'), models.CheckConstraint(condition=models.Q(('kind', 'repost'), models.Q(('kind__in', ['official-readout', 'official-other']), ('side__in', ['RU', 'JP'])), models.Q(('kind__in', ['news', 'analysis']), ('side', 'third')), _connector='OR'), name='source_kind_goes_with_its_side', violation_error_message='Official texts come from a side, news and analysis from a third party.')],
            },
            bases=(timeline.search.entries.Searchable, models.Model),
        ),
        migrations.CreateModel(
            name='MeetingLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('agreed_at', 'this meeting was agreed there'), ('prepared_by', 'prepared this meeting'), ('follow_up_of', 'its results were taken up here'), ('resumed', 'the format last met there'), ('same_visit', 'same visit'), ('postponed_from', 'postponed from there'), ('follows', 'related')], help_text='How the later meeting hangs on the earlier one.', max_length=20, verbose_name='kind')),
                ('earlier', models.ForeignKey(help_text='What led there.', on_delete=django.db.models.deletion.CASCADE, related_name='links_ahead', to='timeline.meeting', verbose_name='earlier meeting')),
                ('later', models.ForeignKey(help_text='What it led to.', on_delete=django.db.models.deletion.CASCADE, related_name='links_back', to='timeline.meeting', verbose_name='later meeting')),
                ('sources', sortedm2m.fields.SortedManyToManyField(blank=True, help_text='None where the link rests on the two meetings alone.', related_name='links', to='timeline.source', verbose_name='sources')),
            ],
            options={
                'verbose_name': 'link between meetings',
                'verbose_name_plural': 'links between meetings',
                'ordering': ['later', 'earlier'],
            },
        ),
        migrations.AddField(
            model_name='meeting',
            name='sources',
            field=sortedm2m.fields.SortedManyToManyField(help_text='What was read; footnotes follow this order.', related_name='meetings', to='timeline.source', verbose_name='sources'),
        ),
        migrations.CreateModel(
            name='Spelling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('variant', models.CharField(help_text='The word without one of its letters.', max_length=40, verbose_name='spelling')),
                ('word', models.CharField(help_text='As it occurs in the record, folded.', max_length=40, verbose_name='word')),
            ],
            options={
                'verbose_name': 'spelling',
                'verbose_name_plural': 'spellings',
                'constraints': [models.UniqueConstraint(fields=('variant', 'word'), name='spelling_leads_to_a_word_once')],
            },
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(help_text='Its address on the page (#s3). Never changes; a new statement takes the next free number.', verbose_name='number')),
                ('side', models.CharField(choices=[('RU', 'Russia'), ('JP', 'Japan'), ('joint', 'Joint'), ('observer', 'Observer')], help_text='Whose claim it is; joint only if both sides state it together.', max_length=8, verbose_name='side')),
                ('kind', models.CharField(choices=[('position', 'position'), ('proposal', 'proposal'), ('agreement', 'agreement'), ('concern', 'concern'), ('objection', 'objection'), ('reply', 'reply'), ('announcement', 'announcement'), ('assessment', 'assessment')], help_text='What sort of claim it is.', max_length=20, verbose_name='kind')),
                ('text_en', models.TextField(help_text="One claim, in our own words; a side's terms only for that side.", verbose_name='text')),
                ('text_ru', models.TextField(blank=True, help_text="One claim, in our own words; a side's terms only for that side.", verbose_name='text')),
                ('text_ja', models.TextField(blank=True, help_text="One claim, in our own words; a side's terms only for that side.", verbose_name='text')),
                ('phrase', models.CharField(blank=True, help_text='At most eight words, only where the wording is the fact.', max_length=160, validators=[timeline.models.statement.validate_phrase], verbose_name='quoted phrase')),
                ('said_on', models.DateField(blank=True, help_text='Empty if no day is known.', null=True, verbose_name='said on')),
                ('attributed_to', models.ForeignKey(blank=True, help_text='The body that said it, if no person is named.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='timeline.organisation', verbose_name='attributed to')),
                ('in_reply_to', models.ForeignKey(blank=True, help_text='The claim of the other side that it answers, at the same meeting.', null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='replies', to='timeline.statement', verbose_name='in reply to')),
                ('issues', sortedm2m.fields.SortedManyToManyField(help_text='The issue under which it stands comes first.', related_name='statements', to='timeline.issue', verbose_name='issues')),
                ('meeting', models.ForeignKey(help_text='At or around which it was said.', on_delete=django.db.models.deletion.CASCADE, related_name='statements', to='timeline.meeting', verbose_name='meeting')),
                ('sources', sortedm2m.fields.SortedManyToManyField(help_text='At least one; each is a source of the meeting too.', related_name='statements', to='timeline.source', verbose_name='sources')),
                ('speaker', models.ForeignKey(blank=True, help_text='The person who said it.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='timeline.participant', verbose_name='speaker')),
            ],
            options={
                'verbose_name': 'statement',
                'verbose_name_plural': 'statements',
                'ordering': ['meeting', 'number'],
            },
            bases=(timeline.search.entries.Searchable, models.Model),
        ),
        migrations.CreateModel(
            name='Tenure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('term', models.PositiveSmallIntegerField(default=1, help_text="2 for somebody's second time in this office.", verbose_name='term')),
                ('start', models.DateField(blank=True, help_text='First day; unknown parts as 01; empty if unknown.', null=True, verbose_name='from')),
                ('start_precision', models.CharField(choices=[('day', 'day'), ('month', 'month'), ('year', 'year')], default='day', help_text='How much of the first day is known.', max_length=5, verbose_name='known to')),
                ('end', models.DateField(blank=True, help_text='Last day; unknown parts as 01; empty if unknown or still held.', null=True, verbose_name='to')),
                ('end_precision', models.CharField(choices=[('day', 'day'), ('month', 'month'), ('year', 'year')], default='day', help_text='How much of the last day is known.', max_length=5, verbose_name='known to')),
                ('verified', models.BooleanField(default=False, help_text='Title and dates were seen at the source.', verbose_name='verified')),
                ('source', models.URLField(blank=True, help_text='The page that gives title and dates.', max_length=500, verbose_name='source')),
                ('note', models.TextField(blank=True, help_text='Exceptions: which of the dates was seen where.', verbose_name='note')),
                ('office', models.ForeignKey(help_text='The post.', on_delete=django.db.models.deletion.CASCADE, related_name='tenures', to='timeline.office', verbose_name='office')),
                ('participant', models.ForeignKey(help_text='Who held it.', on_delete=django.db.models.deletion.CASCADE, related_name='tenures', to='timeline.participant', verbose_name='participant')),
            ],
            options={
                'verbose_name': 'tenure',
                'verbose_name_plural': 'tenures',
                'ordering': ['office', models.OrderBy(models.F('start'), nulls_first=True), 'participant', 'term'],
            },
        ),
        migrations.AddConstraint(
            model_name='issue',
            constraint=models.CheckConstraint(condition=models.Q(('parent__isnull', True), models.Q(('parent', models.F('pk')), _negated=True), _connector='OR'), name='issue_is_no_part_of_itself', violation_error_message='An issue cannot be part of itself.'),
        ),
        migrations.AddConstraint(
            model_name='attendance',
            constraint=models.UniqueConstraint(fields=('meeting', 'participant'), name='participant_sits_once_at_a_meeting', violation_error_message='This person is already listed at this meeting.'),
        ),
        migrations.AddConstraint(
            model_name='number',
            constraint=models.UniqueConstraint(condition=models.Q(('session__isnull', True)), fields=('series', 'number'), name='number_is_given_once_in_a_series', violation_error_message='Another meeting already has this number in this count.'),
        ),
        migrations.AddConstraint(
            model_name='number',
            constraint=models.UniqueConstraint(condition=models.Q(('session__isnull', False)), fields=('series', 'number', 'session'), name='session_is_given_once_in_a_round', violation_error_message='Another meeting already is this session of this round.'),
        ),
        migrations.AddConstraint(
            model_name='number',
            constraint=models.UniqueConstraint(fields=('meeting', 'series'), name='meeting_is_counted_once_in_a_series', violation_error_message='This meeting already has a number in this count.'),
        ),
        migrations.AddConstraint(
            model_name='number',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='number_counts_from_one', violation_error_message='Official numbers count from 1.'),
        ),
        migrations.AddConstraint(
            model_name='meetinglink',
            constraint=models.UniqueConstraint(fields=('earlier', 'later'), name='link_is_stored_once', violation_error_message='These two meetings are already linked.'),
        ),
        migrations.AddConstraint(
            model_name='meetinglink',
            constraint=models.CheckConstraint(condition=models.Q(('earlier', models.F('later')), _negated=True), name='meeting_is_not_linked_to_itself', violation_error_message='A meeting cannot lead to itself.'),
        ),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(fields=['state', 'start', 'key'], name='meeting_chronology'),
        ),
        migrations.AddIndex(
            model_name='meeting',
            index=models.Index(fields=['state', 'format', 'start', 'key'], name='meeting_lane'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('end__gte', models.F('start'))), name='meeting_ends_on_or_after_its_start', violation_error_message='A meeting cannot end before it starts.'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('precision', 'month'), _negated=True), models.Q(('end__day__gte', 28), ('start__day', 1)), _connector='OR'), name='meeting_to_the_month_starts_on_the_first', violation_error_message='A date known to the month runs from the first to the last day of the month.'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('precision', 'year'), _negated=True), models.Q(('end__day', 31), ('end__month', 12), ('start__day', 1), ('start__month', 1)), _connector='OR'), name='meeting_to_the_year_starts_on_new_year', violation_error_message='A date known to the year runs from 1 January to 31 December.'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('duration_minutes__isnull', True), ('duration_minutes__range', (1, 600)), _connector='OR'), name='meeting_lasts_one_to_six_hundred_minutes', violation_error_message='The length lies between 1 and 600 minutes.'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('venue', ''), ('place__isnull', False), _connector='OR'), name='venue_needs_a_place', violation_error_message='A venue lies in a place: choose one.'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.UniqueConstraint(fields=('meeting', 'number'), name='statement_number_is_given_once', violation_error_message='Another statement of this meeting already has this number.'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='statement_numbers_count_from_one', violation_error_message='Statements count from 1.'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('speaker__isnull', True), ('attributed_to__isnull', True), _connector='OR'), name='statement_has_one_voice', violation_error_message='A statement has a speaker or is attributed to a body, not both.'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('side', 'joint'), ('speaker__isnull', False), ('attributed_to__isnull', False), _connector='OR'), name='only_joint_statements_lack_a_voice', violation_error_message='A statement of one side or an observer names who said it.'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('in_reply_to__isnull', True), models.Q(('in_reply_to', models.F('pk')), _negated=True), _connector='OR'), name='statement_does_not_answer_itself', violation_error_message='A statement cannot answer itself.'),
        ),
        migrations.AddConstraint(
            model_name='tenure',
            constraint=models.UniqueConstraint(fields=('office', 'participant', 'term'), name='tenure_is_listed_once', violation_error_message='This term of this person in this office is already listed.'),
        ),
        migrations.AddConstraint(
            model_name='tenure',
            constraint=models.CheckConstraint(condition=models.Q(('start__isnull', True), ('end__isnull', True), ('end__gte', models.F('start')), models.Q(('end__year__gte', django.db.models.functions.datetime.ExtractYear('start')), ('end_precision__in', ['month', 'year'])), _connector='OR'), name='tenure_ends_on_or_after_its_start', violation_error_message='A tenure cannot end before it starts.'),
        ),
        migrations.AddConstraint(
            model_name='tenure',
            constraint=models.CheckConstraint(condition=models.Q(('start__isnull', True), ('start_precision', 'day'), models.Q(('start__day', 1), ('start_precision', 'month')), models.Q(('start__day', 1), ('start__month', 1), ('start_precision', 'year')), _connector='OR'), name='tenure_start_is_the_first_of_its_period', violation_error_message='A start known to the month or year is stored as its first day.'),
        ),
        migrations.AddConstraint(
            model_name='tenure',
            constraint=models.CheckConstraint(condition=models.Q(('end__isnull', True), ('end_precision', 'day'), models.Q(('end__day', 1), ('end_precision', 'month')), models.Q(('end__day', 1), ('end__month', 1), ('end_precision', 'year')), _connector='OR'), name='tenure_end_is_the_first_of_its_period', violation_error_message='An end known to the month or year is stored as the first day of that period.'),
        ),
        migrations.AddConstraint(
            model_name='tenure',
            constraint=models.CheckConstraint(condition=models.Q(('verified', False), models.Q(('source', ''), _negated=True), _connector='OR'), name='verified_tenure_has_a_source', violation_error_message='A verified tenure names its source.'),
        ),
    ]
