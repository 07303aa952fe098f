
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0001_record'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('draft', 'draft'), ('review', 'in review')], default='draft', max_length=10, verbose_name='state')),
                ('since', models.DateTimeField(default=django.utils.timezone.now, help_text='When it came into this state (UTC).', verbose_name='since')),
            ],
            options={
                'verbose_name': 'pending change',
                'verbose_name_plural': 'pending changes',
            },
        ),
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, help_text='When it was made (UTC).', verbose_name='when')),
                ('deed', models.CharField(choices=[('commented', 'commented'), ('submitted', 'sent to review'), ('recalled', 'taken back'), ('returned', 'sent back'), ('published', 'published'), ('accepted', 'accepted'), ('discarded', 'discarded'), ('withdrawn', 'withdrawn')], max_length=10, verbose_name='deed')),
                ('text', models.TextField(blank=True, verbose_name='note')),
            ],
            options={
                'verbose_name': 'remark',
                'verbose_name_plural': 'remarks',
                'ordering': ['meeting', 'at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Revision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('noun', models.CharField(choices=[('formats', 'format'), ('issues', 'issue'), ('places', 'place'), ('participants', 'participant'), ('organisations', 'organisation'), ('offices', 'office'), ('sources', 'source'), ('series', 'official count'), ('meetings', 'meeting'), ('statements', 'statement')], max_length=20, verbose_name='kind of record')),
                ('key', models.CharField(help_text="The record's key when this version was kept.", max_length=90, verbose_name='key')),
                ('number', models.PositiveIntegerField(help_text='Counts the versions of a record from 1.', verbose_name='version')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, help_text='When it was kept (UTC).', verbose_name='when')),
                ('deed', models.CharField(choices=[('loaded', 'loaded'), ('saved', 'saved'), ('proposed', 'proposed as a change'), ('published', 'published'), ('accepted', 'accepted'), ('withdrawn', 'withdrawn'), ('reverted', 'put back to an earlier version'), ('imported', 'imported'), ('merged', 'merged')], max_length=10, verbose_name='deed')),
                ('reason', models.TextField(blank=True, verbose_name='why')),
                ('document', models.JSONField(help_text='The record and what belongs to it, as fixture rows.', verbose_name='content')),
                ('public', models.BooleanField(default=False, help_text='Whether readers saw this version.', verbose_name='public')),
            ],
            options={
                'verbose_name': 'version',
                'verbose_name_plural': 'versions',
                'ordering': ['noun', 'key', 'number'],
            },
        ),
        migrations.AlterModelOptions(
            name='meeting',
            options={'ordering': ['start', 'key'], 'permissions': [('submit_meeting', 'Can send a meeting to review'), ('review_meeting', 'Can comment on a meeting and send it back'), ('publish_meeting', 'Can publish a meeting and change what readers see'), ('withdraw_meeting', 'Can withdraw a published meeting')], 'verbose_name': 'meeting', 'verbose_name_plural': 'meetings'},
        ),
        migrations.AddField(
            model_name='meeting',
            name='no_place',
            field=models.CharField(blank=True, choices=[('call', 'a call: by telephone or online'), ('not_fixed', 'never fixed'), ('not_found', 'not found in the sources')], help_text='Where there is no place, the reason for it.', max_length=10, verbose_name='why no place'),
        ),
        migrations.AlterField(
            model_name='meeting',
            name='title_ja',
            field=models.CharField(blank=True, help_text='Who met and where, such as “Lavrov–Kishida talks, Bonn”.', max_length=160, verbose_name='title'),
        ),
        migrations.AlterField(
            model_name='meeting',
            name='title_ru',
            field=models.CharField(blank=True, help_text='Who met and where, such as “Lavrov–Kishida talks, Bonn”.', max_length=160, verbose_name='title'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('no_place', ''), ('place__isnull', True), _connector='OR'), name='place_or_reason_for_none', violation_error_message='There is a place: leave the reason for none empty.'),
        ),
        migrations.AddField(
            model_name='proposal',
            name='editor',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who'),
        ),
        migrations.AddField(
            model_name='proposal',
            name='meeting',
            field=models.OneToOneField(help_text='What it changes.', on_delete=django.db.models.deletion.CASCADE, related_name='proposal', to='timeline.meeting', verbose_name='meeting'),
        ),
        migrations.AddField(
            model_name='remark',
            name='editor',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who'),
        ),
        migrations.AddField(
            model_name='remark',
            name='meeting',
            field=models.ForeignKey(help_text='Of which it speaks.', on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to='timeline.meeting', verbose_name='meeting'),
        ),
        migrations.AddField(
            model_name='revision',
            name='editor',
            field=models.ForeignKey(blank=True, help_text='Nobody, where fixtures were loaded.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who'),
        ),
        migrations.AddField(
            model_name='proposal',
            name='base',
            field=models.ForeignKey(help_text='The live version that its author changed.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='timeline.revision', verbose_name='made from'),
        ),
        migrations.AddField(
            model_name='proposal',
            name='revision',
            field=models.ForeignKey(help_text='What is proposed.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='timeline.revision', verbose_name='content'),
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.UniqueConstraint(fields=('noun', 'key', 'number'), name='version_is_kept_once'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'review'])), name='change_waits_as_draft_or_in_review'),
        ),
    ]
